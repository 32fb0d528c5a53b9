import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Place } from './place'
import { LiveThread } from './live-thread'
import { commentWords } from './words'

/**
 * The two forms that every comment's buttons belong to, by their `form` attribute: reactions, and the ways to answering and
 * reporting. Without JavaScript they are simply sent; with it `LiveThread` does what they would.
 */
export function ThreadForms({ place, from = place.page, language }: { place: Place; /** The page they stand on, to come back to. */ from?: Address; language: Language }) {
  const t = translator(language)
  return (
    <>
      <form id="oceny" method="post" action="/api/reactions">
        <input type="hidden" name="_language" value={language} />
        <input type="hidden" name="_from" value={from} />
      </form>
      <form id="dzialania" />
      <LiveThread threadId={place.threadId} from={from} language={language} words={commentWords(language)} answering={t('comment.hintAnswer', { name: '{name}' })} failed={t('comment.refused')} comment={place.comment('{id}').replace(encodeURIComponent('{id}'), '{id}')} change={{ label: t('comment.change'), address: place.edit('{id}').replace(encodeURIComponent('{id}'), '{id}') }} />
    </>
  )
}
