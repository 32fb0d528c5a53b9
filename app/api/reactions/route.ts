import type { Address } from '@/lib/addresses'
import { react, withdrawReaction } from '@/lib/discussion/commands/reactions'
import { pageOfComment } from '@/lib/discussion/whereabouts'
import { formRoute } from '@/lib/form-route'

/** The pressed button: its name says which comment, in which wording, its value what one thinks of it. */
function pressed(fields: FormData) {
  for (const [name, value] of fields) {
    const [, commentId, revision] = /^([0-9a-f-]{36})\.(\d{1,7})$/.exec(name) ?? []
    if (commentId && revision) return { commentId, revision, kind: String(value) }
  }
  return null
}

/** What one thinks of a comment: `agree`, `disagree` or `pass`; `takeback` takes it back. */
export const POST = formRoute(
  (fields) => {
    const button = pressed(fields)
    if (button?.kind === 'takeback') return { command: withdrawReaction, input: { commentId: button.commentId } }
    return button && { command: react, input: button }
  },
  {
    draft: 'reaction',
    then: ({ id }, { from }) => `${from.split('#')[0]}#glos-${id}` as Address,
    // The page of the comment is made for each request, so it can say why; a kept page cannot.
    refusedAt: (sent, fields) => pageOfComment('read', pressed(fields)!.commentId, sent),
  },
)
