import { Body } from '@/app/_components/discussion/body'
import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { getDraft } from '@/lib/proposals/queries/own'

type Props = { proposal: Pick<NonNullable<Awaited<ReturnType<typeof getDraft>>>, 'state' | 'slug' | 'lastMove'>; language: Language }

/** Where a proposal stands, and why; said to its authors. */
export function ProposalStanding({ proposal: { state, slug, lastMove }, language }: Props) {
  const t = translator(language)
  if (state === 'draft') return null
  return (
    <section className="notice standing" id="stan" aria-label={t('proposal.stateIs', { state: t(`proposal.state.${state}`) })}>
      <p><b>{t('proposal.stateIs', { state: t(`proposal.state.${state}`) })}</b></p>
      <p>{t(`proposal.stateLead.${state}`, { date: lastMove ? sayMoment(lastMove.at, language) : '' })}</p>
      {lastMove?.reason && <div><p><b>{t('proposal.reason')}</b></p><Body text={lastMove.reason} /></div>}
      {slug && <p><a className="ds-button" href={address(language, 'proposal', { slug })}>{t('proposal.seePublished')}</a></p>}
    </section>
  )
}
