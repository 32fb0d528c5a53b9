import { diffWords } from 'diff'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

const segmenter = new Intl.Segmenter('pl', { granularity: 'word' })

/** What was taken out of a text and what was put in, word by word; said in words to those who do not see the colours. */
export function Difference({ before, after, language }: { before: string; after: string; language: Language }) {
  const t = translator(language)
  return (
    <div className="body difference" dir="auto">
      {diffWords(before, after, { intlSegmenter: segmenter }).map(({ value, added, removed }, place) => {
        const Mark = added ? 'ins' : 'del'
        // oxlint-disable-next-line react/no-array-index-key -- the parts of a difference never move
        if (!added && !removed) return <span key={place}>{value}</span>
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the same
          <Mark key={place}>
            <span className="visually-hidden"> {t(added ? 'writing.history.added' : 'writing.history.removed')} </span>
            {value}
            <span className="visually-hidden"> ({t('writing.history.end')}) </span>
          </Mark>
        )
      })}
    </div>
  )
}
