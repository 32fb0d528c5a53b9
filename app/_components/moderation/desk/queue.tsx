import { address } from '@/lib/addresses'
import { sayDay, sayTime } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator, type Translate } from '@/lib/messages'
import { sayChosen } from '@/lib/moderation/bulk'
import { caseAddress } from '@/lib/moderation/case-address'
import type { Queued, QueuedComment, QueuedPublication } from '@/lib/moderation/queued'
import { sayKind } from '@/lib/moderation/say-kind'
import type { Subject } from '@/lib/moderation/subjects'
import { excerpt } from './excerpt'
import { Tick } from './ticks'
import { sayWaiting } from './waiting'

type Props = {
  items: Queued[]
  subjects: Map<string, Subject>
  language: Language
  /** The form that takes a case: its buttons stand in the list. */
  claims: string
}

/** What waits for a decision, most urgent first: what it is, how long it waits, who looks at it, and the ways to decide. */
export function Queue({ items, subjects, language, claims }: Props) {
  const t = translator(language)
  return (
    <ol className="list queue">
      {items.map((item) => {
        const said = isComment(item) ? item : undefined
        const subject = said && subjects.get(said.threadId)
        const judged = isCase(item) ? item : undefined
        const title = said ? (subject?.title ?? t('moderation.case.titlePlain')) : titleOf(item, t, language)
        const mayTake = judged && !judged.own && (!judged.claim || judged.claim.mine)
        return (
          <li key={item.id} data-case data-kind={item.kind}>
            <div className="pick">{mayTake && said && said.kind !== 'danger' && <Tick value={sayChosen({ commentId: said.id, revision: said.revision, seen: said.newest })} label={t('desk.bulk.tick', { title: `${title}, ${excerpt(said.body, 60)}` })} />}</div>
            <div className="what">
              <Labels item={item} t={t} language={language} />
              <h2 lang={subject?.lang}>
                <a href={pageFor(item, language)} data-opens={mayTake ? undefined : ''} aria-describedby={judged && `said-${item.id}`}><bdi>{title}</bdi></a>
              </h2>
              {said && <p className="said" id={`said-${item.id}`}><bdi>{said.author ?? t('comment.removedAuthor')}</bdi>: {excerpt(said.body)}</p>}
              {judged && !said && 'organisation' in judged && <p className="said" id={`said-${item.id}`} lang="pl">{judged.organisation !== title && <><bdi>{judged.organisation}</bdi>: </>}{excerpt(judged.body)}</p>}
              {item.kind === 'appeals' && <p className="said"><bdi>{excerpt(item.text)}</bdi></p>}
              {judged && judged.grounds.length > 0 && <p className="meta">{judged.grounds.map((ground) => t(`ground.${ground}`)).join(' · ')}</p>}
              {said?.heldFor && <p className="meta">{t(`moderation.case.check.${said.heldFor}`)}{said.passage && <> · <mark><bdi>{said.passage}</bdi></mark></>}</p>}
            </div>
            {mayTake && (
              <button type="submit" form={claims} name={`${judged.about}Id`} value={item.id} className="ds-button" data-variant="secondary" data-opens="">
                {t(judged.claim ? 'desk.goOn' : 'desk.look')}<span className="visually-hidden">: {title}, {excerpt(judged.body, 60)}</span>
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Labels({ item, t, language }: { item: Queued; t: Translate; language: Language }) {
  const claim = isCase(item) ? item.claim : null
  return (
    <p className="labels">
      <span className="ds-tag" data-size="sm" data-color={colours[item.kind]}>{item.kind === 'reports' && item.about !== 'comment' ? t(`desk.kindOf.${item.about}`) : t(`desk.kind.${item.kind}`)}</span>
      <span className="waits">{sayWaiting(t, item.since)}</span>
      {item.long && <span className="long"><span aria-hidden="true">! </span>{t(item.kind === 'appeals' ? 'desk.overdue' : 'desk.long')}</span>}
      {item.kind === 'appeals' && <span>{t('desk.dueBy', { date: sayDay(item.dueAt, language) })}</span>}
      {isCase(item) && item.kind !== 'held' && <b>{t('desk.reportCount', { count: item.reports })}</b>}
      {item.own && <span className="ds-tag" data-size="sm" data-color="neutral">{t('desk.own')}</span>}
      {claim && <span className="ds-tag" data-size="sm" data-color="neutral">{t(claim.mine ? 'desk.claim.byYou' : 'desk.claim.byOther', { time: sayTime(claim.since, language) })}</span>}
    </p>
  )
}

const titleOf = (item: Queued, t: Translate, language: Language) =>
  item.kind === 'bulk' ? t('desk.bulk.queued', { decides: item.decides, count: item.size })
  : item.kind === 'appeals' ? t('desk.appealOf', { decision: sayKind(item.contested, language) })
  : item.kind === 'bans' ? t('desk.banOf', { name: item.title ?? t('comment.removedAuthor') })
  : 'title' in item ? (item.title ?? '')
  : ''

/** The first that the viewer may take and nobody looks at. */
export const nextToTake = (items: readonly Queued[]) => items.filter(isCase).find((item) => !item.own && !item.claim)

/** What somebody takes and decides about; a comment, or what an organisation publishes. */
const isCase = (item: Queued): item is QueuedComment | QueuedPublication => item.kind === 'danger' || item.kind === 'held' || item.kind === 'reports'
export const isComment = (item: Queued): item is QueuedComment => isCase(item) && item.about === 'comment'

const colours = { danger: 'brick', held: 'piernik', reports: 'brick', appeals: 'wisla', bans: 'brick', bulk: 'neutral', organisations: 'wisla', proposals: 'zielen' } as const
const pageFor = (item: Queued, language: Language) =>
  item.kind === 'appeals' ? address(language, 'moderateAppeal', { appeal: item.id })
  : item.kind === 'bans' ? address(language, 'moderatePerson', { person: item.id })
  : item.kind === 'bulk' ? address(language, 'moderateBulk', { bulk: item.id })
  : item.kind === 'organisations' ? address(language, 'moderateOrganisation', { id: item.id })
  : isCase(item) ? caseAddress(item, language)
  : address(language, 'moderateProposal', { id: item.id })
