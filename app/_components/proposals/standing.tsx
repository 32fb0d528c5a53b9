import { Body } from '@/app/_components/discussion/body'
import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { dueOf } from '@/lib/proposals/deadlines'
import type { getDraft } from '@/lib/proposals/queries/own'
import { DueLine } from './due'

type Props = { proposal: Pick<NonNullable<Awaited<ReturnType<typeof getDraft>>>, 'state' | 'slug' | 'lastMove' | 'mode' | 'stateAt' | 'completeBy' | 'appeal'>; language: Language }

/** Where a proposal stands, and why; said to its authors. */
export function ProposalStanding({ proposal, language }: Props) {
  const t = translator(language)
  const { state, slug, lastMove, appeal } = proposal
  const due = dueOf({ ...proposal, appealedAt: appeal?.appealedAt, appealDecidedAt: appeal?.decidedAt })
  if (state === 'draft') return null
  return (
    <section className="notice standing" id="stan" aria-label={t('proposal.stateIs', { state: t(`proposal.state.${state}`) })}>
      <p><b>{t('proposal.stateIs', { state: t(`proposal.state.${state}`) })}</b></p>
      <p>{t(`proposal.stateLead.${state}`, { date: lastMove ? sayMoment(lastMove.at, language) : '' })}</p>
      {due && <DueLine due={due} language={language} />}
      {lastMove?.reason && <div><p><b>{t('proposal.reason')}</b></p><Body text={lastMove.reason} /></div>}
      {slug && <p><a className="ds-button" href={address(language, 'proposal', { slug })}>{t('proposal.seePublished')}</a></p>}
    </section>
  )
}
