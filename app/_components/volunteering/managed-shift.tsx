import type { Address } from '@/lib/addresses'
import { cityTime } from '@/lib/city-time'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Person } from '@/lib/person'
import { cancelVolunteerShiftAction, changeVolunteerShiftAction, noteAttendanceAction, removeVolunteerAction, writeToVolunteersAction } from '@/lib/volunteering/actions'
import { sayHours } from '@/lib/volunteering/hours'
import type { listVolunteers } from '@/lib/volunteering/queries/desk'
import { mayChangeShift, mayNote, mayRemove, mayWriteToVolunteers, type CallStanding } from '@/lib/volunteering/rules'
import { Field } from '../fields'
import { Form, Submit } from '../form'
import { ShiftFields } from './call-fields'
import { sayShift } from './words'

type Shift = Awaited<ReturnType<typeof listVolunteers>>[number]
type Props = { shift: Shift; call: CallStanding; viewer: Person; from: Address; language: Language }

/** A shift as its organisers see it: people in order, attendance, and what can be changed. */
export function ManagedShift({ shift, call, viewer, from, language }: Props) {
  const t = translator(language)
  const standing = { organises: call.organises, closed: call.closed, cancelled: shift.cancelledReason !== null, started: shift.started }
  const form = { language, from }
  const withPlace = shift.people.filter(({ confirmed }) => confirmed)
  return (
    <>
      <h2>{sayShift(shift, language)}</h2>
      {shift.cancelledReason !== null && <p>{t('volunteering.shiftCancelled', { reason: shift.cancelledReason })}</p>}
      <p className="meta">{t('volunteering.desk.taken', { taken: shift.taken, places: shift.places, waiting: shift.waiting })}</p>
      {shift.people.length === 0 && <p>{t('volunteering.desk.people', { count: 0 })}</p>}
      <People shift={shift} removable={!mayRemove(viewer, { ...standing, ended: false })} from={from} language={language} />
      {withPlace.length > 0 && !mayNote(viewer, { ...standing, oneself: false }) && (
        <Form className="form" action={noteAttendanceAction} {...form} hidden={{ shiftId: shift.id }} label={t('volunteering.desk.attendance')} values={Object.fromEntries(withPlace.filter(({ oneself }) => !oneself).map(({ id, minutes }) => [`hours.${id}`, minutes === null ? '' : sayHours(minutes, language)]))}>
          <h3>{t('volunteering.desk.attendance')}</h3>
          <p>{t('volunteering.desk.attendanceLead')}</p>
          <div className="hours-fields">
            {withPlace.map(({ id, name, oneself }) => (oneself ? <p key={id}>{t('volunteering.desk.hoursOneself')}</p> : <Field key={id} name={`hours.${id}`} inputMode="decimal" label={t('volunteering.desk.hoursOf', { name: name ?? t('volunteering.desk.gone') })} />))}
          </div>
          <p><Submit>{t('volunteering.desk.saveAttendance')}</Submit></p>
        </Form>
      )}
      {!mayChangeShift(viewer, standing) && (
        <>
          <details>
            <summary>{t('volunteering.shift.change')}</summary>
            <Form className="form" action={changeVolunteerShiftAction} {...form} hidden={{ id: shift.id }} values={{ day: cityTime(shift.startsAt).slice(0, 10), from: cityTime(shift.startsAt).slice(11), to: cityTime(shift.endsAt).slice(11), places: String(shift.places) }}>
              <p>{t('volunteering.shift.changeLead')}</p>
              <ShiftFields language={language} />
              <p><Submit variant="secondary">{t('volunteering.shift.save')}</Submit></p>
            </Form>
          </details>
          <details>
            <summary>{t('volunteering.shift.cancel')}</summary>
            <Form className="form" action={cancelVolunteerShiftAction} {...form} hidden={{ id: shift.id }} values={{ reason: '' }}>
              <Field name="reason" rows={2} label={t('volunteering.shift.cancelReason')} hint={t('volunteering.shift.cancelHint')} required />
              <p><Submit variant="secondary" color="danger">{t('volunteering.shift.cancel')}</Submit></p>
            </Form>
          </details>
        </>
      )}
      {shift.people.length > 0 && !mayWriteToVolunteers(viewer, standing) && (
        <details>
          <summary>{t('volunteering.desk.write')}</summary>
          <Form className="form" action={writeToVolunteersAction} {...form} hidden={{ id: shift.id }} values={{ message: '' }}>
            <Field name="message" rows={4} label={t('volunteering.desk.message')} hint={t('volunteering.desk.messageHint')} required />
            <p><Submit variant="secondary">{t('volunteering.desk.send')}</Submit></p>
          </Form>
        </details>
      )}
    </>
  )
}

function People({ shift, removable, from, language }: { shift: Shift; removable: boolean; from: Address; language: Language }) {
  const t = translator(language)
  const waiting = shift.people.filter(({ confirmed }) => !confirmed)
  return shift.people.length > 0 && (
    <ol className="signed-up">
      {shift.people.map((person) => {
        const name = person.name ?? t('volunteering.desk.gone')
        return (
          <li key={person.id}>
            <b><bdi>{name}</bdi></b> · {person.confirmed ? t('volunteering.desk.hasPlace') : t('volunteering.desk.isWaiting', { position: waiting.indexOf(person) + 1 })}
            {person.minutes !== null && ` · ${person.minutes ? t('volunteering.account.hours', { hours: sayHours(person.minutes, language) }) : t('volunteering.account.absent')}`}
            {person.minor && <p>{t('volunteering.desk.minor')}</p>}
            {person.note && <p>{t('volunteering.desk.note', { note: person.note })}</p>}
            {removable && (
              <details>
                <summary>{t('volunteering.desk.removePerson', { name })}</summary>
                <Form className="form" action={removeVolunteerAction} language={language} from={from} hidden={{ id: person.id }} values={{ reason: '' }}>
                  <Field name="reason" rows={2} label={t('volunteering.desk.removeReason')} hint={t('volunteering.desk.removeHint')} required />
                  <p><Submit variant="secondary" color="danger">{t('volunteering.desk.remove')}</Submit></p>
                </Form>
              </details>
            )}
          </li>
        )
      })}
    </ol>
  )
}
