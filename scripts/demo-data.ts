import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { people, roleGrants } from '../lib/accounts/tables'
import { db } from '../lib/db'
import type { ReactionKind } from '../lib/discussion/rules'
import { commentRevisions, comments, officialAnswers, reactions } from '../lib/discussion/tables'
import { decideOnComment } from '../lib/moderation/commands/decisions'
import { reportContent } from '../lib/moderation/commands/reports'
import { confirmOrganisation, registerOrganisation } from '../lib/organisations/commands'
import type { Person, Role } from '../lib/person'
import { proposals as proposalRows } from '../lib/proposals/tables'
import { tasks } from '../lib/strategy/tables'
import { castBallot } from '../lib/voting/commands'
import type { Choice } from '../lib/voting/rules'
import { propose, putOnDays } from './demo-course'
import { courseProposals } from './demo-course-proposals'
import { fillFlags, fillModeration } from './demo-moderation'
import { fillNetwork } from './demo-network'
import { proposals } from './demo-proposals'
import { officialAnswer, organisations, residents, rude, spam, threads, votes, waitingOrganisation, type Voice } from './demo-voices'

/** How many more residents only vote and support, beside those who write. */
const silent = 70
const day = 86_400_000

/** Fills a new database with invented voices: what screenshots are taken of, marked as samples on every page. */
export async function fillWithSamples(): Promise<void> {
  const writers = new Map<string, Person>()
  for (const name of residents) writers.set(name, await aSample(name))
  const audience = [...writers.values()]
  for (let n = 0; n < silent; n++) audience.push(await aSample(`mieszkaniec ${n + 1}`))
  const moderator = await aSample('Dyżur', ['moderator'])
  const moderators = [moderator, await aSample('Drugi dyżur', ['moderator'])] as const

  const speakers = new Map<string, { person: Person; organisationId: string }>()
  for (const [key, organisation] of Object.entries(organisations)) {
    const person = await aSample(`osoba z: ${organisation.name}`.slice(0, 40))
    const { id } = await registerOrganisation(person, organisation)
    await confirmOrganisation(moderator, { id })
    speakers.set(key, { person, organisationId: id })
  }
  await registerOrganisation(await aSample('Helena'), waitingOrganisation)

  const taskRows = await db.select().from(tasks)
  const thread = (code: string) => taskRows.find((task) => task.code === code)!.threadId
  const speak = speaker(writers, speakers, audience)
  let age = 40 * day
  for (const [code, voices] of Object.entries(threads)) {
    for (const voice of voices) await speak(thread(code), voice, (age -= 0.9 * day))
  }
  for (const task of taskRows) await vote(task.questionId, votes[task.code] ?? [2, 1, 1], audience)

  const hidden = await speak(thread('1.1.19'), spam, 3 * day)
  await reportContent(writers.get('Hanka')!, { commentId: hidden, revision: 1, ground: 'spam', sentence: 'To jest reklama okien, a nie głos w sprawie.' })
  await decideOnComment(moderator, { commentId: hidden, kind: 'hide', ground: 'spam', sentence: 'Komentarz jest reklamą i nie dotyczy zadania.' })
  const reported = await speak(thread('1.1.22'), rude, 30 * day)
  await reportContent(writers.get('tata trójki')!, { commentId: reported, revision: 1, ground: 'abuse', sentence: 'Obraża osoby, które tu piszą.' })
  await reportContent(writers.get('Alina')!, { commentId: reported, revision: 1, ground: 'abuse', sentence: 'Można się nie zgadzać bez takich uwag.' })

  await fillModeration({ writers, moderators, thread, speak })
  const newcomers = await Promise.all(Array.from({ length: 34 }, (_, n) => aSample(`nowe konto ${n + 1}`)))
  const question = (code: string) => taskRows.find((task) => task.code === code)!.questionId
  await fillFlags({ moderators, newcomers }, { decided: question('1.1.20'), waiting: question('1.1.10') })

  writers.set('office', await aSample('Biuro Dialogu', ['official']))
  const answered = await db.select({ id: comments.id, name: people.name }).from(comments).innerJoin(people, eq(people.id, comments.authorId)).where(and(eq(comments.threadId, thread(officialAnswer.code)), isNull(comments.parentId)))
  const answer = await speak(thread(officialAnswer.code), { by: 'office', says: officialAnswer.says, supports: 22 }, 2 * day)
  await db.insert(officialAnswers).values(answered.filter(({ name }) => (officialAnswer.to as readonly (string | null)[]).includes(name)).map(({ id }) => ({ answerId: answer, commentId: id })))

  const team = { coordinator: await aSample('Koordynacja naboru', ['coordinator']), assessors: [await aSample('Wydział Kultury', ['official']), await aSample('Biuro Innowacji', ['official'])] }
  let garden = ''
  for (const sample of [...proposals, ...courseProposals]) {
    const id = await propose(sample, speakers.get(sample.by)!, team)
    if (sample.ends === 'inProgress') garden = id
    if (sample.days) await putOnDays(id, sample.days)
    await support(id, audience.slice(0, sample.supporters ?? 0))
  }
  await fillNetwork(speakers, audience, { garden })
}

async function aSample(name: string, roles: Role[] = []): Promise<Person> {
  const [person] = await db.insert(people).values({ name }).returning()
  if (roles.length) await db.insert(roleGrants).values(roles.map((role) => ({ personId: person!.id, role, grantedById: person!.id })))
  return { id: person!.id, name, roles, suspendedUntil: null, ledgerKey: person!.ledgerKey, level: 'email', addressKey: null }
}

/** Writes a voice with its answers as if it had been said some time ago; commands always say it now. */
function speaker(writers: Map<string, Person>, speakers: Map<string, { person: Person; organisationId: string }>, audience: Person[]) {
  const speak = async (threadId: string, voice: Voice, ago: number, parent?: { id: string; rootId: string }): Promise<string> => {
    const speaking = speakers.get(voice.by)
    const author = speaking?.person ?? writers.get(voice.by)!
    const postedAt = inDaytime(Date.now() - ago)
    const id = v7({ msecs: postedAt.getTime() })
    await db.insert(comments).values({ id, threadId, parentId: parent?.id, rootId: parent?.rootId, authorId: author.id, organisationId: speaking?.organisationId, official: voice.by === 'office', stance: voice.stance, body: voice.says, postedAt, ...(voice.was && { revision: 2, editedAt: new Date(postedAt.getTime() + day / 2) }) })
    if (voice.was) await db.insert(commentRevisions).values({ commentId: id, revision: 1, stance: voice.stance, body: voice.was, reactions: 4, replies: 1, replacedAt: new Date(postedAt.getTime() + day / 2) })
    const others = audience.filter(({ id }) => id !== author.id)
    const kinds = [...Array<ReactionKind>(voice.supports ?? 0).fill('agree'), ...Array<ReactionKind>(voice.disagrees ?? 0).fill('disagree'), ...Array<ReactionKind>(voice.passes ?? 0).fill('pass')].slice(0, others.length)
    if (kinds.length) await db.insert(reactions).values(kinds.map((kind, n) => ({ commentId: id, personId: others[n]!.id, revision: voice.was ? 2 : 1, kind })))
    let later = ago
    for (const answer of voice.answers ?? []) await speak(threadId, answer, (later -= 0.17 * day), { id, rootId: parent?.rootId ?? id })
    return id
  }
  return speak
}

/** Between seven in the morning and ten at night in Toruń, in the same order. */
function inDaytime(instant: number) {
  const hour = (instant % day) / day
  return new Date(instant - (instant % day) + (6 + hour * 14) * 3_600_000)
}

async function vote(questionId: string, [yes, no, none]: readonly [number, number, number], audience: Person[]) {
  // Four times as many as listed, each person once, never the same ones first.
  const shift = Number.parseInt(questionId.slice(-4), 16) % audience.length
  const voters = [...audience.slice(shift), ...audience.slice(0, shift)]
  const choices: Choice[] = [...Array<Choice>(yes * 4).fill('for'), ...Array<Choice>(no * 4).fill('against'), ...Array<Choice>(none * 4).fill('abstain')]
  for (const [n, choice] of choices.slice(0, voters.length).entries()) await castBallot(voters[n]!, { questionId, choice: [choice] })
}

async function support(id: string, supporters: readonly Person[]) {
  const [proposal] = await db.select({ questionId: proposalRows.questionId }).from(proposalRows).where(eq(proposalRows.id, id))
  for (const voter of supporters) await castBallot(voter, { questionId: proposal!.questionId!, choice: ['for'] })
}
