import { reactionKinds } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** A reaction that was given before signing in, to be confirmed. */
export function DraftedReaction({ values, from, language }: { values: Record<string, string>; from: string; language: Language }) {
  const t = translator(language)
  const sent = values.commentId && values.kind ? { [`${values.commentId}.${values.revision}`]: values.kind } : values
  const [name, value] = Object.entries(sent).find(([, value]) => (reactionKinds as readonly string[]).includes(value)) ?? []
  const kind = reactionKinds.find((kind) => kind === value)
  return kind && (
    <form className="form" method="post" action="/api/reactions">
      <input type="hidden" name="_language" value={language} />
      <input type="hidden" name="_from" value={from} />
      <p><button className="ds-button" name={name} value={kind}>{t(`comment.${kind}`)}</button></p>
    </form>
  )
}
