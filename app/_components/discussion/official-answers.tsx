import { sayMoment } from '@/lib/dates'
import type { CommentShown } from '@/lib/discussion/shown'
import { queryOf } from '@/lib/discussion/views'
import { withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { bindShortWords } from '@/lib/text'
import type { Place } from './place'

const excerptLength = 280

/** The newest answers of the office, above the conversation: each begins here and leads to itself and to what it answers. */
export function OfficialAnswers({ answers, place, language }: { answers: CommentShown[]; place: Place; language: Language }) {
  const t = translator(language)
  return (
    <section className="official-answers" aria-labelledby="urzad">
      <h3 id="urzad">{t('comment.officialAnswers')}</h3>
      <ul>
        {answers.map(({ id, body, postedAt, answered }) => (
          <li key={id}>
            <p className="meta"><time dateTime={postedAt.toISOString()}>{sayMoment(postedAt, language)}</time>{answered.length > 0 && ` · ${t('comment.answersTo', { count: answered.length })}`}</p>
            <p>{bindShortWords(excerpt(body ?? ''))}</p>
            <p><a href={`${place.comment(id)}#tu`}>{t('comment.readOn')}</a></p>
          </li>
        ))}
      </ul>
      <p><a href={`${withQuery(place.conversation, queryOf({ order: 'newest', who: 'office' }))}#komentarze`}>{t('comment.officialAll')}</a></p>
    </section>
  )
}

const excerpt = (body: string) => (body.length <= excerptLength ? body : `${body.slice(0, body.lastIndexOf(' ', excerptLength))}…`)
