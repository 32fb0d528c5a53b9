import { Body } from '@/app/_components/discussion/body'
import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { addNoteAction, removeNoteAction } from '@/lib/proposals/actions'
import type { TypedStep } from '@/lib/proposals/modes'
import type { listNotes } from '@/lib/proposals/queries/drafting'

type Props = { id: string; step: TypedStep; notes: Awaited<ReturnType<typeof listNotes>>; here: Address; language: Language }

/** What the people of the organisation say to each other about a step; nobody else sees it. */
export function Notes({ id, step, notes, here, language }: Props) {
  const t = translator(language)
  const these = notes.filter((note) => note.step === step)
  return (
    <details className="folded" id="notatki" open={these.length > 0}>
      <summary>{t('offer.notes.count', { count: these.length })}</summary>
      <p className="quiet">{t('offer.notes.lead')}</p>
      <ul className="notes">
        {these.map((note) => (
          <li key={note.id}>
            <p className="meta"><bdi>{note.name}</bdi>, <time dateTime={note.at.toISOString()}>{sayMoment(note.at, language)}</time></p>
            <Body text={note.body} />
            {note.own && (
              <Form action={removeNoteAction} language={language} from={here} comesBackTo={here} hidden={{ id, noteId: note.id }}>
                <Submit variant="tertiary" size="sm" color="danger">{t('offer.notes.remove')}</Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form className="stack" action={addNoteAction} language={language} from={here} comesBackTo={here} hidden={{ id, step }}>
        <Field name="body" rows={2} label={t('offer.notes.field')} />
        <p><Submit variant="secondary">{t('offer.notes.add')}</Submit></p>
      </Form>
    </details>
  )
}
