import { Choices, Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import { declareInterestAction } from '@/lib/assessment/actions'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { assessorId: string; /** Already without conflict: only one may be declared now. */ later?: boolean; language: Language; from: Address }

/** The declaration before the sheet opens, and that of a conflict which is noticed later. */
export function DeclarationForm({ assessorId, later, language, from }: Props) {
  const t = translator(language)
  const kinds = later ? (['own', 'related'] as const) : (['none', 'own', 'related'] as const)
  return (
    <Form className="form" action={declareInterestAction} language={language} from={from} hidden={{ assessorId }} values={{ declaration: '', words: '' }} label={t(later ? 'assessment.declare.later' : 'assessment.declare.title')}>
      <Choices name="declaration" legend={t('assessment.declare.choose')} options={kinds.map((kind) => ({ value: kind, label: t(`assessment.declare.${kind}`), hint: t(`assessment.declare.${kind}Hint`) }))} />
      <Field name="words" rows={3} label={t('assessment.declare.words')} hint={t('assessment.declare.wordsHint')} />
      <p><Submit variant={later ? 'secondary' : undefined}>{t(later ? 'assessment.declare.laterButton' : 'assessment.declare.button')}</Submit></p>
    </Form>
  )
}
