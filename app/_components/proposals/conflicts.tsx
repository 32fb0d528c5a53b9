import { Choices } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { settleConflictsAction } from '@/lib/proposals/actions'
import type { ProposalDraft } from '@/lib/proposals/draft'
import type { listConflicts } from '@/lib/proposals/queries/drafting'
import { sayTaskKind } from '@/lib/proposals/task-kind'
import { sayPath } from './labels'

type Props = { id: string; revision: number; draft: ProposalDraft; conflicts: Awaited<ReturnType<typeof listConflicts>>; here: Address; language: Language }

/** Fields that two people changed at the same time, both texts beside each other; nothing changes before one is chosen. */
export function Conflicts({ id, revision, draft, conflicts, here, language }: Props) {
  const t = translator(language)
  if (!conflicts.length) return null
  const say = (path: string, text: string) => (path === 'taskKind' ? sayTaskKind(text, language) : text) || t('offer.conflict.nothing')
  return (
    <section className="notice conflicts" id="sporne" aria-labelledby="sporne-naglowek">
      <h2 id="sporne-naglowek">{t('offer.conflict.title', { count: conflicts.length })}</h2>
      <p>{t('offer.conflict.lead')}</p>
      <Form key={revision} className="form" action={settleConflictsAction} language={language} from={here} comesBackTo={here} hidden={{ id, revision: String(revision) }}>
        {conflicts.map((conflict) => (
          <Choices
            key={conflict.id}
            name={`choices.${conflict.id}`}
            legend={sayPath(conflict.path, draft, t)}
            options={[
              { value: 'mine', label: t('offer.conflict.mine'), hint: say(conflict.path, conflict.mine) },
              { value: 'theirs', label: t('offer.conflict.theirs', { name: conflict.by ?? t('offer.conflict.someone'), date: conflict.at ? sayMoment(conflict.at, language) : '' }), hint: say(conflict.path, conflict.theirs) },
            ]}
          />
        ))}
        <p><Submit>{t('offer.conflict.settle')}</Submit></p>
      </Form>
    </section>
  )
}
