import { address } from '@/lib/addresses'
import { sayDay, sayMoney } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { ProposalState } from '@/lib/proposals/life-cycle'
import type { ProposalListed } from '@/lib/proposals/queries/published'

/** Proposals one below the other: what, whose, for which tasks, how much voice. */
export function ProposalList({ proposals, language, level: Heading = 'h2' }: { proposals: readonly ProposalListed[]; language: Language; level?: 'h2' | 'h3' }) {
  const t = translator(language)
  return (
    <ul className="list">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <Heading><a href={address(language, 'proposal', { slug: proposal.slug })}>{proposal.title}</a></Heading>
          <p className="meta">
            <bdi>{proposal.organisation.name}</bdi> · <time dateTime={proposal.publishedAt.toISOString()}>{sayDay(proposal.publishedAt, language)}</time> · {t('proposal.forTasks', { codes: proposal.tasks.join(', ') })}
            {' '}<span className="ds-tag" data-size="sm" data-color={colourOf(proposal.state)}>{t(`proposal.state.${proposal.state}`)}</span>
          </p>
          <p>{proposal.summary}</p>
          <p className="meta">
            {proposal.supports !== null && `${t('proposal.supports', { count: proposal.supports })} · `}{t('task.comments', { count: proposal.comments })} · {t('proposal.cost', { amount: sayMoney(proposal.totalGrosze, language) })}
          </p>
        </li>
      ))}
    </ul>
  )
}

const colourOf = (state: ProposalState) => (['accepted', 'inProgress', 'reported', 'completed'].includes(state) ? 'zielen' : ['rejected', 'withdrawn', 'merged'].includes(state) ? 'neutral' : 'wisla')
