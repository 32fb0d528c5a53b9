import { reactionKinds } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** A reaction that was given before signing in, to be confirmed. */
export function DraftedReaction({ values, from, language }: { values: Record<string, string>; from: string; language: Language }) {
  const t = translator(language)
  const kind = reactionKinds.find((kind) => values[kind])
  return kind && (
    <form className="form" method="post" action="/api/reactions">
      <input type="hidden" name="_language" value={language} />
      <input type="hidden" name="_from" value={from} />
      <p><button className="ds-button" name={kind} value={values[kind]}>{t(`comment.${kind}`)}</button></p>
    </form>
  )
}
