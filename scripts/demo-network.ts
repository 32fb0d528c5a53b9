import { eq, sql } from 'drizzle-orm'
import { db } from '../lib/db'
import { updateProfile } from '../lib/organisations/commands/profile'
import { organisations as organisationRows } from '../lib/organisations/tables'
import { answerPartnerRequest, openPartnerCall, requestPartnership } from '../lib/partnership/commands'
import { partnerRequests } from '../lib/partnership/tables'
import type { Person } from '../lib/person'
import { cityToday } from '../lib/proposals/deadlines'
import { openVolunteerCall } from '../lib/volunteering/commands/calls'
import { addVolunteerShift } from '../lib/volunteering/commands/shifts'
import { signUpForShift } from '../lib/volunteering/commands/sign-ups'
import { volunteerShifts } from '../lib/volunteering/tables'
import { addDays } from '../lib/working-days'
import { organisations } from './demo-voices'

type Key = keyof typeof organisations
export type Speakers = ReadonlyMap<string, { person: Person; organisationId: string }>

/** What the organisations say about themselves. */
const profiles: Record<Key, { fieldsOfWork: string[]; district: string; offers: string; seeks: string; www: string; publicContacts: string[] }> = {
  green: { fieldsOfWork: ['13', '18', '27'], district: 'podgorz', offers: 'Projekt ogrodu, narzędzia na jeden dzień, dwie osoby po kursie koordynatora wolontariatu.', seeks: 'Pracowni stolarskiej, która pomoże zrobić ławki i skrzynie.', www: 'zielone.example', publicContacts: ['email'] },
  bridge: { fieldsOfWork: ['13', '22', '33'], district: 'bydgoskie', offers: 'Sala na 40 osób, wspólna księgowość, pomoc przy sprawozdaniu.', seeks: 'Osób, które poprowadzą szkolenie z dostępności.', www: 'https://most.example', publicContacts: ['email'] },
  seniors: { fieldsOfWork: ['10', '14'], district: 'jakubskie-mokre', offers: 'Doświadczenie w zajęciach komputerowych dla osób starszych i własny podręcznik.', seeks: 'Młodszych wolontariuszy i pięciu używanych tabletów.', www: '', publicContacts: [] },
}

/** Profiles of the organisations, a partnership that came about, a call for a partner and one for volunteers. */
export async function fillNetwork(speakers: Speakers, residents: readonly Person[], { garden }: { garden: string }): Promise<void> {
  const of = (key: Key) => speakers.get(key)!
  for (const key of Object.keys(profiles) as Key[]) {
    const { person, organisationId } = of(key)
    const { about, contactEmail, contactPhone } = organisations[key]
    const [{ revision }] = (await db.select({ revision: organisationRows.profileRevision }).from(organisationRows).where(eq(organisationRows.id, organisationId))) as [{ revision: number }]
    await updateProfile(person, { id: organisationId, revision: String(revision), about, contactEmail, contactPhone, ...profiles[key] })
  }

  const { id: benches } = await openPartnerCall(of('green').person, { organisationId: of('green').organisationId, proposalId: garden, title: 'Pracownia stolarska do ławek przy ogrodzie', sought: 'Mamy drewno i dwudziestu chętnych. Szukamy organizacji, która ma pracownię i osobę, która pokaże, jak bezpiecznie ciąć i skręcać. Chodzi o trzy soboty w kwietniu.', field: '18', district: 'podgorz', until: addDays(cityToday(), 60) })
  const { id: lessons } = await openPartnerCall(of('seniors').person, { organisationId: of('seniors').organisationId, title: 'Ktoś z tabletami na jedną zimę', sought: 'Prowadzimy zajęcia dla osób po sześćdziesiątce. Szukamy organizacji, która pożyczy dziesięć tabletów od stycznia do marca. W zamian damy nasz podręcznik i dwie osoby do pomocy.', field: '10', district: 'jakubskie-mokre', until: addDays(cityToday(), 45) })
  await requestPartnership(of('bridge').person, { callId: lessons, organisationId: of('bridge').organisationId, message: 'Mamy dwanaście tabletów po projekcie. Możemy pożyczyć od 7 stycznia.' })
  const [request] = await db.select({ id: partnerRequests.id }).from(partnerRequests).where(eq(partnerRequests.callId, lessons))
  await answerPartnerRequest(of('seniors').person, { id: request!.id, decision: 'accept', answer: 'Dziękujemy! Przyjdziemy po nie z umową użyczenia.' })
  await requestPartnership(of('bridge').person, { callId: benches, organisationId: of('bridge').organisationId, message: 'Znamy warsztat przy ulicy Mickiewicza. Czy wystarczy jedna sobota?' })

  const inDays = (days: number) => addDays(cityToday(), days)
  const { id: call } = await openVolunteerCall(of('seniors').person, { organisationId: of('seniors').organisationId, role: 'Pomoc na zajęciach z telefonem', duties: 'Siedzisz obok jednej osoby i cierpliwie pokazujesz: jak zadzwonić z obrazem, jak odczytać SMS z banku. Nie trzeba znać się na komputerach.', place: 'ul. Próbna 7, sala na parterze', district: 'jakubskie-mokre', minAge: '16', term: 'short', conditions: 'Przed pierwszym dyżurem jest godzina szkolenia. Dajemy herbatę, zwrot za bilet i zaświadczenie.', day: inDays(10), from: '11:00', to: '13:00', places: '4' })
  for (const days of [17, 24]) await addVolunteerShift(of('seniors').person, { id: call, day: inDays(days), from: '11:00', to: '13:00', places: '4' })
  const shifts = await db.select({ id: volunteerShifts.id }).from(volunteerShifts).where(eq(volunteerShifts.callId, call)).orderBy(sql`starts_at`)
  for (const [place, volunteer] of residents.slice(0, 7).entries()) await signUpForShift(volunteer, { shiftId: shifts[place < 5 ? 0 : 1]!.id, age: 'adult', knows: 'yes' })
}
