import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { listShifts } from '@/lib/volunteering/queries/public'
import { sayShift } from './words'

type Shift = Awaited<ReturnType<typeof listShifts>>[number]

/** The shifts that can still be signed up for, and the cancelled ones among them, each with its places. */
export function Shifts({ callId, shifts, closed, language }: { callId: string; shifts: readonly Shift[]; closed: boolean; language: Language }) {
  const t = translator(language)
  const ahead = shifts.filter(({ started }) => !started)
  return (
    <section aria-labelledby="zmiany">
      <h2 id="zmiany">{t('volunteering.shifts')}</h2>
      {ahead.length === 0 && <p className="empty">{t('volunteering.noShifts')}</p>}
      <ul className="list shifts">
        {ahead.map((shift) => {
          const free = shift.places - shift.taken
          const act = t(free > 0 ? 'volunteering.signUp' : 'volunteering.queueUp')
          const when = sayShift(shift, language)
          return (
            <li key={shift.id}>
              <h3><time dateTime={shift.startsAt.toISOString()}>{when}</time></h3>
              {shift.cancelledReason !== null ? (
                <p>{t('volunteering.shiftCancelled', { reason: shift.cancelledReason })}</p>
              ) : (
                <>
                  <p>{free > 0 ? t('volunteering.free', { free, places: shift.places }) : t('volunteering.full', { waiting: shift.waiting })}</p>
                  {!closed && <p><a className="ds-button" data-variant={free > 0 ? 'primary' : 'secondary'} href={address(language, 'volunteerShift', { call: callId, shift: shift.id })} aria-label={t('volunteering.signUpFor', { act, date: when })}>{act}</a></p>}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
