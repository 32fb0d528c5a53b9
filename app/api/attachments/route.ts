import { formWithFile, placeOn } from '@/lib/file-forms'
import { formRoute } from '@/lib/form-route'
import { attachFile, describeFile, detachFile } from '@/lib/proposals/commands/attachments'

/** Files of a proposal's draft. `do` says what: `attach` one, say anew what it is (`describe`), take it away (`detach`). */
export const POST = formRoute(
  (fields) => {
    const { do: what, id, fileId, description, file } = Object.fromEntries(fields)
    if (what === 'attach') return { command: attachFile, input: { id, description, file } }
    if (what === 'describe') return { command: describeFile, input: { id, fileId, description } }
    return what === 'detach' ? { command: detachFile, input: { id, fileId } } : null
  },
  { files: formWithFile, then: (_, { from }) => placeOn(from, 'zalaczniki'), refusedAt: ({ from }) => placeOn(from, 'zalaczniki') },
)
