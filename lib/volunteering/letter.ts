import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { address } from '../addresses'
import { sayMoment } from '../dates'
import type { Tx } from '../db'
import { env } from '../env'
import { translator } from '../messages'
import { organisations } from '../organisations/tables'
import { queueMail } from '../outbox'
import { volunteerCalls, volunteerShifts } from './tables'

type Kind = 'promoted' | 'changed' | 'cancelled' | 'removed' | 'message'

/**
 * Tells volunteers what became of their shift: they got a place, it changed, it was cancelled, they were taken off, or
 * the organisation writes. In Polish, since nobody's language is known, with English below; nobody sees the others.
 * @param said the organisation's own words, where there are any
 */
export async function mailVolunteers(tx: Tx, kind: Kind, shiftId: string, personIds: readonly string[], said = ''): Promise<void> {
  if (!personIds.length) return
  const [shift] = await tx
    .select({ role: volunteerCalls.role, place: volunteerCalls.place, callId: volunteerCalls.id, organisation: organisations.name, startsAt: volunteerShifts.startsAt, endsAt: volunteerShifts.endsAt })
    .from(volunteerShifts)
    .innerJoin(volunteerCalls, eq(volunteerCalls.id, volunteerShifts.callId))
    .innerJoin(organisations, eq(organisations.id, volunteerCalls.organisationId))
    .where(eq(volunteerShifts.id, shiftId))
  const recipients = await tx.select({ email: people.email }).from(people).where(and(inArray(people.id, [...personIds]), isNotNull(people.email)))
  const body = (language: 'pl' | 'en') =>
    translator(language)(`volunteering.mail.${kind}`, {
      role: shift!.role,
      organisation: shift!.organisation,
      place: shift!.place,
      from: sayMoment(shift!.startsAt, language),
      to: sayMoment(shift!.endsAt, language),
      link: env.origin + address(language, 'volunteerShift', { call: shift!.callId, shift: shiftId }),
      said,
    })
  const subject = translator('pl')(`volunteering.mailSubject.${kind}`, { role: shift!.role })
  for (const { email } of recipients) await queueMail(tx, { to: email!, subject, body: `${body('pl')}\n\n–\n\n${body('en')}\n` })
}
