import { Body } from '@/app/_components/discussion/body'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { PublicState } from '@/lib/proposals/life-cycle'
import type { Happening, listMerged } from '@/lib/proposals/queries/timeline'
import type { getPublished } from '@/lib/proposals/queries/published'

type Proposal = NonNullable<Awaited<ReturnType<typeof getPublished>>>
type Merged = Awaited<ReturnType<typeof listMerged>>
type Props = { proposal: Proposal; merged: Merged; happened: readonly Happening[]; remarksUntil: Date | null; now: { remarksOpen: boolean }; language: Language }

/** States whose reason a reader wants to know first. */
const explained: readonly PublicState[] = ['accepted', 'rejected', 'withdrawn', 'merged']

/** What a reader has to know before the rest: where it stands, what it was merged with, whether it reads otherwise than it did. */
export function StateNotice({ proposal: { state, stateAt, slug, version }, merged, happened, remarksUntil, now, language }: Props) {
  const t = translator(language)
  const changed = happened.findLast(({ what }) => what === 'changed')
  const why = explained.includes(state) ? happened.findLast(({ what, reason }) => reason && what !== 'changed') : undefined
  const supports = (count: number | null) => count !== null && ` (${t('life.merge.supports', { count })})`
  return (
    <div className="notice standing">
      <p><b>{t('proposal.stateIs', { state: t(`proposal.state.${state}`) })}</b></p>
      <p>{t(`proposal.stateLead.${state}`, { date: sayDay(stateAt, language) })} <a href="#przebieg">{t('life.timeline.title')}</a></p>
      {why?.reason && <div><p><b>{t('proposal.reason')}</b></p><div lang="pl"><Body text={why.reason} /></div></div>}
      {merged.into && <p>{t('life.merge.mergedInto')} <a href={address(language, 'proposal', { slug: merged.into.slug })} lang="pl">{merged.into.title}</a>{supports(merged.into.supports)}</p>}
      {merged.here.length > 0 && (
        <div>
          <p>{t('life.merge.mergedHere')}:</p>
          <ul>{merged.here.map((other) => <li key={other.id}><a href={address(language, 'proposal', { slug: other.slug })} lang="pl">{other.title}</a>{supports(other.supports)}</li>)}</ul>
        </div>
      )}
      {changed && (
        <p>
          {t('life.versions.changed', { date: sayDay(changed.at, language), count: changed.supportsBefore ?? 0 })}{' '}
          <a href={address(language, 'proposalVersions', { slug })}>{t('life.versions.link', { count: version - 1 })}</a>
        </p>
      )}
      {remarksUntil && <p>{t(now.remarksOpen ? 'life.remarks.open' : 'life.remarks.closed', { date: sayDay(new Date(remarksUntil.getTime() - 1), language) })}</p>}
    </div>
  )
}
