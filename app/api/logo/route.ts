import { formWithFile, placeOn } from '@/lib/file-forms'
import { formRoute } from '@/lib/form-route'
import { removeLogo, setLogo } from '@/lib/organisations/commands/logo'

/** An organisation's logo: `set` or `remove` it. */
export const POST = formRoute(
  (fields) => {
    const { do: what, organisationId, file } = Object.fromEntries(fields)
    if (what === 'set') return { command: setLogo, input: { organisationId, file } }
    return what === 'remove' ? { command: removeLogo, input: { organisationId } } : null
  },
  { files: formWithFile, then: (_, { from }) => placeOn(from, 'logo'), refusedAt: ({ from }) => placeOn(from, 'logo') },
)
