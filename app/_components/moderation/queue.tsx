import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Queued } from '@/lib/moderation/queries/queue'
import type { Subject } from '@/lib/moderation/subjects'
import { sayWaiting } from './waiting'

type Props = { items: Queued[]; subjects: Map<string, Subject>; language: Language }

/** What waits for a decision, most urgent first, each with what it is, how long it waits and the way to decide. */
export function Queue({ items, subjects, language }: Props) {
  const t = translator(language)
  return (
    <ol className="list queue">
      {items.map((item) => {
        const about = item.kind === 'reports' || item.kind === 'held' ? item : undefined
        const subject = about && subjects.get(about.threadId)
        const title = about ? (subject?.title ?? t('moderation.case.title')) : item.kind === 'organisations' || item.kind === 'proposals' ? item.title : ''
        return (
          <li key={item.id}>
            <p className="labels">
              <span className="ds-tag" data-size="sm" data-color={colours[item.kind]}>{t('moderation.desk.kind', { kind: item.kind })}</span>
              <span className="meta">{sayWaiting(t, item.since)}</span>
              {item.kind === 'reports' && <b>{t('moderation.desk.reportCount', { count: item.reports })}</b>}
              {item.own && <span className="ds-tag" data-size="sm" data-color="neutral">{t('moderation.desk.own')}</span>}
            </p>
            <h2 lang={subject?.lang}>
              <a href={pageFor(item, language)} aria-describedby={about && `said-${item.id}`}><bdi>{title}</bdi></a>
            </h2>
            {about && <p className="said" id={`said-${item.id}`}><bdi>{about.author ?? t('comment.removedAuthor')}</bdi>: {excerpt(about.body)}</p>}
            {item.kind === 'reports' && <p className="meta">{item.grounds.map((ground) => t(`ground.${ground}`)).join(' · ')}</p>}
            {item.kind === 'held' && <p className="meta">{t(`moderation.case.check.${item.heldFor}`)}{item.passage && <> · <mark><bdi>{item.passage}</bdi></mark></>}</p>}
          </li>
        )
      })}
    </ol>
  )
}

const colours = { held: 'piernik', reports: 'brick', organisations: 'wisla', proposals: 'zielen' } as const
const pageFor = ({ kind, id }: Queued, language: Language) =>
  kind === 'reports' || kind === 'held' ? address(language, 'moderateComment', { comment: id })
  : kind === 'organisations' ? address(language, 'moderateOrganisation', { id })
  : address(language, 'moderateProposal', { id })
/** The beginning, cut between words where there are any. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= 240) return line
  const gap = line.lastIndexOf(' ', 240)
  return `${line.slice(0, gap > 160 ? gap : 240)}…`
}
