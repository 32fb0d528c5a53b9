import { Field, Group } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import { saveCardAction } from '@/lib/assessment/actions'
import type { TypedCard } from '@/lib/assessment/card'
import type { CriterionSaid } from '@/lib/assessment/standing'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { inWords } from './words'

type Props = { assessorId: string; criteria: readonly CriterionSaid[]; typed: TypedCard; savedAt: Date | null; language: Language; from: Address }

/** The sheet: points and a reason for each criterion, kept as typed. */
export function CardForm({ assessorId, criteria, typed, savedAt, language, from }: Props) {
  const t = translator(language)
  const lines = criteria.map(({ id }) => typed.find(({ criterion }) => criterion === id) ?? { criterion: id, points: '', reason: '' })
  const fields = (name: 'criterion' | 'points' | 'reason') => lines.map((line, place): [string, string] => [`lines.${place}.${name}`, line[name]])
  return (
    <Form
      key={savedAt?.toISOString()}
      className="form sheet-fields"
      action={saveCardAction}
      language={language}
      from={from}
      hidden={{ assessorId, ...Object.fromEntries(fields('criterion')) }}
      values={Object.fromEntries([...fields('points'), ...fields('reason')])}
      label={t('assessment.card.title')}
    >
      {criteria.map((criterion, place) => {
        const { name, hint } = inWords(criterion, language)
        return (
          <Group key={criterion.id} name={`lines.${place}`} className="row" legend={t('assessment.card.criterion', { place: place + 1, name })} hint={`${hint} (${t('assessment.card.weight', { weight: criterion.weight })})`}>
            <Field name={`lines.${place}.points`} inputMode="numeric" autoComplete="off" width="short" label={t('assessment.card.points', { most: criterion.most })} required />
            <Field name={`lines.${place}.reason`} rows={4} label={t('assessment.card.reason')} required />
          </Group>
        )
      })}
      <p className="two-buttons">
        <Submit name="go" value="check">{t('assessment.card.check')}</Submit>
        <Submit name="go" value="stay" variant="secondary">{t('assessment.card.save')}</Submit>
      </p>
    </Form>
  )
}
