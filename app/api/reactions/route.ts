import type { Address } from '@/lib/addresses'
import { react, withdrawReaction } from '@/lib/discussion/commands/reactions'
import { reactionKinds } from '@/lib/discussion/rules'
import { formRoute } from '@/lib/form-route'

/** A button's value: which comment, in which wording. */
const named = (fields: FormData, name: string) => {
  const [commentId, revision] = String(fields.get(name) ?? '').split('.')
  return commentId && revision ? { commentId, revision } : null
}

/** What one thinks of a comment: `agree`, `disagree` or `pass`, or `takeback`, each with the comment and its wording. */
export const POST = formRoute(
  (fields) => {
    const back = named(fields, 'takeback')
    if (back) return { command: withdrawReaction, input: { commentId: back.commentId } }
    const kind = reactionKinds.find((kind) => named(fields, kind))
    return kind ? { command: react, input: { ...named(fields, kind)!, kind } } : null
  },
  {
    draft: 'reaction',
    then: ({ id }, { from }) => `${from.split('#')[0]}#glos-${id}` as Address,
    // The page of the comment is made for each request, so it can say why; a kept page cannot.
    refusedAt: (from, fields) => {
      const about = ['takeback', ...reactionKinds].map((name) => named(fields, name)).find((found) => found)
      const page = from.split(/[?#]/)[0]!
      return (/\/(glos|voice)\//.test(page) || !about ? page : `${page}${page.startsWith('/en') ? '/voice' : '/glos'}/${about.commentId}`) as Address
    },
  },
)
