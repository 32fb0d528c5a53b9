import { Form, Submit } from '@/app/_components/form'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { noteRegisterCheckAction } from '@/lib/organisations/actions'
import { listRegisterNotes } from '@/lib/organisations/queries/register'
import type { Viewer } from '@/lib/person'

const said = { liquidation: 'noteLiquidation', bankruptcy: 'noteBankruptcy', deleted: 'noteDeleted', active: 'noteDeleted' } as const

/** On the desk: confirmed organisations of which the register says that they are being wound up or gone. Nothing when there are none. */
export async function RegisterNotes({ viewer, language }: { viewer: Viewer; language: Language }) {
  const notes = await listRegisterNotes(viewer)
  if (!notes.length) return null
  const t = translator(language)
  return (
    <section className="notice" aria-labelledby="uwagi-z-rejestru">
      <h2 id="uwagi-z-rejestru">{t('organisation.registry.notes')}</h2>
      <p>{t('organisation.registry.notesLead')}</p>
      <ul className="list">
        {notes.map(({ id, organisationId, name, askedAt, status }) => (
          <li key={id}>
            <p><a href={address(language, 'moderateOrganisation', { id: organisationId })}><bdi>{name}</bdi></a>: {t(`organisation.registry.${said[status]}`)} ({sayDay(askedAt, language)})</p>
            <Form action={noteRegisterCheckAction} language={language} from={address(language, 'moderation')} hidden={{ id }} label={`${t('organisation.registry.noted')}: ${name}`}>
              <p><Submit variant="secondary" size="sm">{t('organisation.registry.noted')}</Submit></p>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
