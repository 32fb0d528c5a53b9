import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Queue } from '@/lib/moderation/queries/queue'
import { queueKinds, type QueueKind } from '@/lib/moderation/urgency'

/** The kinds of what waits, each with how many, and how many of them for more than a day; and the way to the flags, which no case is made of. */
export function QueueFilter({ counts, flags, kind, language }: { counts: Queue['counts']; flags: number; kind: QueueKind | undefined; language: Language }) {
  const t = translator(language)
  const sum = (of: 'all' | 'long') => queueKinds.reduce((total, each) => total + counts[each][of], 0)
  const filters = [{ each: undefined, label: t('desk.filter.all'), all: sum('all'), long: sum('long') }, ...queueKinds.map((each) => ({ each, label: t(`desk.filter.${each}`), ...counts[each] }))]
  return (
    <nav aria-label={t('desk.filters')} className="queue-filter">
      <ul>
        {filters.map(({ each, label, all, long }) => (
          <li key={label}>
            <a href={withQuery(address(language, 'moderation'), { rodzaj: each })} aria-current={each === kind ? 'page' : undefined} data-none={all ? undefined : ''}>
              <b>{all}</b> {label}
              {long > 0 && <span className="long"><span aria-hidden="true">! </span>{t(each === 'appeals' ? 'desk.overdueCount' : 'desk.longCount', { count: long })}</span>}
            </a>
          </li>
        ))}
        <li><a href={address(language, 'flags')} data-none={flags ? undefined : ''}><b>{flags}</b> {t('integrity.toFlags')}</a></li>
      </ul>
    </nav>
  )
}
