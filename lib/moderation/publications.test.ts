import { randomInt } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { askedFrom } from '../client-address.mjs'
import { db } from '../db'
import { postComment } from '../discussion/commands/comments'
import { isSlug } from '../ids'
import { proposalsFeed } from '../opendata/feeds'
import { findOffer, listOrganisations, listProposals } from '../opendata/queries'
import { getBySlug, getHidden as getHiddenProfile, organisationExists } from '../organisations/queries'
import { findOrganisations } from '../organisations/queries/directory'
import { organisationMembers, organisations } from '../organisations/tables'
import { aTeam } from '../organisations/testing'
import type { Person } from '../person'
import { getHidden, getPublished, listForTask, listPublished, proposalExists } from '../proposals/queries/published'
import { proposals } from '../proposals/tables'
import { aPublished } from '../proposals/testing'
import { searchComments } from '../search/comments'
import { search } from '../search/queries'
import { questionOf } from '../search/rules'
import { tasks } from '../strategy/tables'
import { aPerson } from '../testing'
import { castBallot } from '../voting/commands'
import { answerAppeal, appealAsReporter, appealByLink, appealDecision } from './commands/appeals'
import { claimCase } from './commands/claims'
import { decideOnPublication } from './commands/publications'
import { reportContent, reportIllegal, reportWithoutAccount } from './commands/reports'
import { getAppeal } from './queries/appeals'
import { getYearReport } from './queries/figures'
import { listPublicDecisions } from './queries/ledger'
import { getPublicationCase } from './queries/publication-case'
import { listQueue } from './queries/queue'
import { getReportStatus } from './queries/report-status'
import { getReportable } from './queries/reporting'
import { getOwnStatement, getStatementByLink, listOwnDecisions } from './queries/statements'
import { statementToken } from './statement-link'
import { appeals, decisionEvidence, decisions } from './tables'
import { aModerator, mailsTo, refusalOf, sentence } from './testing'

/** An address that no other test reports from. */
const aNetwork = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
const word = () => `Lipowisko${Math.random().toString(36).replace(/[^a-z]/g, '')}`
const ground = 'spam'
type Ids = { proposalId: string } | { organisationId: string }
const reported = (ids: Ids) => ({ ...ids, revision: 1, ground, sentence })
const decide = (moderator: Person, ids: Ids, kind: string, more: object = {}) => decideOnPublication(moderator, { ...ids, kind, sentence, ...(kind === 'hide' && { ground }), ...more })
const join = (organisationId: string, person: Person, role: 'owner' | 'editor' | 'member' = 'editor') => db.insert(organisationMembers).values({ organisationId, personId: person.id, role })

async function aProposal() {
  const title = word()
  const published = await aPublished({ title })
  return { ...published, title, ids: { proposalId: published.id } }
}
async function aProfile() {
  const team = await aTeam()
  const [{ slug } = { slug: '' }] = await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, team.organisationId))
  return { ...team, slug, ids: { organisationId: team.organisationId } }
}
const inQueue = async (viewer: Person | null, id: string) => {
  for (let after: string | undefined; ; ) {
    const { items, next } = await listQueue(viewer, { after })
    const found = items.find((item) => item.id === id)
    if (found || !next) return found
    after = next
  }
}

describe('reports', () => {
  test('of a proposal and of a profile, with an account and without, by the full form too: each once', async () => {
    const [{ ids }, { ids: profile }, person] = [await aProposal(), await aProfile(), await aPerson()]
    for (const each of [ids, profile]) {
      const { number } = await reportContent(person, reported(each))
      expect(await refusalOf(reportContent(person, reported(each)))).toBe('moderation.objection.reportedBefore')
      expect(await getReportStatus(null, number)).toMatchObject({ about: 'proposalId' in each ? 'proposal' : 'organisation', decision: null })
      expect(await refusalOf(reportWithoutAccount(null, reported(each)))).toBe('allowed')
      expect(await refusalOf(reportIllegal(null, { ...each, revision: 1, passage: 'Te słowa.', sentence, name: 'Zofia', email: 'zofia@example.org', goodFaith: 'yes' }))).toBe('allowed')
      const content = Object.values(each)[0]!
      expect(await getReportable(person, content)).toMatchObject({ reported: true, own: false, revision: 1 })
      expect(await getReportable(null, content)).toMatchObject({ reported: false })
    }
  })

  test('of one thing alone, that is public and not one’s own, in a wording that there was', async () => {
    const [{ ids, member, organisationId }, { ids: profile, editor }, person] = [await aProposal(), await aProfile(), await aPerson()]
    expect(await refusalOf(reportContent(member, reported(ids)))).toBe('moderation.objection.reportOwn')
    expect(await refusalOf(reportContent(editor, reported(profile)))).toBe('moderation.objection.reportOwn')
    expect(await refusalOf(reportContent(person, { ...reported(ids), revision: 9 }))).toBe('problem.invalid')
    expect(await refusalOf(reportContent(person, { ...reported(ids), organisationId }))).toBe('problem.invalid')
    expect(await refusalOf(reportContent(person, { revision: 1, ground, sentence }))).toBe('problem.invalid')
    const waiting = await aTeam({ confirmed: false })
    expect(await refusalOf(reportContent(person, reported({ organisationId: waiting.organisationId })))).toBe('objection.missing')
    expect(await getReportable(null, waiting.organisationId)).toBeNull()
  })

  test('without an account a flood from one network ends, and keeps nobody else from reporting', async () => {
    const { ids } = await aProfile()
    const [flooding, other] = [aNetwork(), aNetwork()]
    const from = (address: string) => askedFrom(address, () => refusalOf(reportWithoutAccount(null, reported(ids))))
    for (let n = 0; n < 120; n++) expect(await from(flooding)).toBe('allowed')
    expect(await from(flooding)).toBe('objection.tooManyFromNetwork')
    expect(await from(other)).toBe('allowed')
    expect(await askedFrom(flooding, async () => refusalOf(reportContent(await aPerson(), reported(ids))))).toBe('allowed')
  })
})

describe('the desk', () => {
  test('shows them in the one queue, for moderators alone, without senders; to whom it is their own, none of the reports', async () => {
    const [{ ids, id, title, organisationId }, reporter, moderator, colleague] = [await aProposal(), await aPerson({ name: 'Zgłaszająca Ewa' }), await aModerator(), await aModerator()]
    await join(organisationId, colleague)
    await reportContent(reporter, reported(ids))
    await reportWithoutAccount(null, { ...reported(ids), ground: 'abuse' })
    expect(await inQueue(moderator, id)).toMatchObject({ kind: 'reports', about: 'proposal', title, reports: 2, grounds: ['abuse', 'spam'], own: false, claim: null })
    expect(await inQueue(colleague, id)).toMatchObject({ own: true })
    for (const nobody of [null, reporter]) expect(await inQueue(nobody, id)).toBeUndefined()
    await reportWithoutAccount(null, { ...reported(ids), urgent: 'yes' })
    expect(await inQueue(moderator, id)).toMatchObject({ kind: 'danger', reports: 3 })

    const seen = await getPublicationCase(moderator, { about: 'proposal', id })
    expect(seen).toMatchObject({ state: 'shown', own: false, waiting: 3, decisions: [], record: { proposals: 1, voices: 0 } })
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${reporter.id}|${reporter.name}`))
    expect(await getPublicationCase(colleague, { about: 'proposal', id })).toMatchObject({ own: true, reports: [], waiting: 3 })
    for (const nobody of [null, reporter]) expect(await getPublicationCase(nobody, { about: 'proposal', id })).toBeNull()
  })

  test('claims: while somebody looks at it nobody else decides; the decision ends it', async () => {
    const [{ ids, id, member }, one, another] = [await aProposal(), await aModerator(), await aModerator()]
    const answers = await Promise.all([one, another].map((moderator) => refusalOf(claimCase(moderator, ids))))
    expect(answers.sort()).toEqual(['allowed', 'desk.objection.claimed'])
    const { claim } = (await getPublicationCase(one, { about: 'proposal', id }))!
    const [holder, waiter] = claim!.mine ? [one, another] : [another, one]
    expect(await refusalOf(decide(waiter, ids, 'hide'))).toBe('desk.objection.claimed')
    expect(await refusalOf(claimCase(await aPerson(), ids))).toBe('objection.notYours')
    await decide(holder, ids, 'hide')
    expect(await getPublicationCase(waiter, { about: 'proposal', id })).toMatchObject({ claim: null, state: 'hidden' })
    expect(member.id).not.toBe(holder.id)
  })
})

describe('decisions', () => {
  test('a hidden proposal is in no list, search, feed or file, takes no comments and votes, and comes back as it was', async () => {
    const { ids, id, slug, title, organisationId, task } = await aProposal()
    const [moderator, another, resident] = [await aModerator(), await aModerator(), await aPerson()]
    const { threadId, questionId } = (await getPublished(null, slug))!
    const said = word()
    await postComment(resident, { threadId, body: `${said} przy szkole` })
    await castBallot(resident, { questionId, choice: 'for' })
    const [{ taskId } = { taskId: '' }] = await db.select({ taskId: tasks.id }).from(tasks).where(eq(tasks.code, task))
    const everywhere = async () => [
      (await getPublished(null, slug)) !== null,
      (await listPublished(null, { organisationId })).items.length > 0,
      (await listForTask(null, taskId)).length > 0,
      JSON.stringify(await listProposals(null, { cursor: undefined, limit: 100 })).includes(title),
      (await findOffer(null, slug)) !== null,
      (await proposalsFeed(null)).includes(title),
      (await search(null, 'pl', questionOf(title))).found.some((found) => found.id === slug),
      (await searchComments(null, [said.toLowerCase()])).found.length > 0,
    ]
    expect(await everywhere()).toEqual(Array(8).fill(true))
    const hiding = await decide(moderator, ids, 'hide')
    expect(await everywhere()).toEqual(Array(8).fill(false))
    expect([await getHidden(null, slug), await proposalExists(null, slug)]).toEqual([{ id, ground }, true])
    expect(await getReportable(null, id)).toMatchObject({ title: null, words: null, organisation: null, state: 'hidden' })
    expect(await refusalOf(postComment(resident, { threadId, body: 'Jeszcze jedno.' }))).toBe('objection.threadClosed')
    expect(await refusalOf(castBallot(resident, { questionId, choice: 'for' }))).toBe('objection.votingClosed')
    expect(await refusalOf(reportContent(resident, reported(ids)))).toBe('moderation.objection.reportHidden')

    await decide(another, ids, 'restore', { seen: hiding.id })
    expect(await everywhere()).toEqual(Array(8).fill(true))
    expect(await refusalOf(castBallot(resident, { questionId, choice: 'for' }))).toBe('allowed')
    expect(await refusalOf(postComment(resident, { threadId, body: 'Jeszcze jedno.' }))).toBe('allowed')
  })

  test('a hidden profile is in no list, search or file; what the organisation proposes stays', async () => {
    const { ids, organisationId, slug, name } = await aProfile()
    const question = { words: [name.split(' ')[1]!], field: null, district: null, need: null }
    const everywhere = async () => [
      (await getBySlug(null, slug)) !== null,
      (await findOrganisations(null, question)).count > 0,
      JSON.stringify(await listOrganisations(null, { cursor: undefined, limit: 1000 })).includes(slug),
      (await search(null, 'pl', questionOf(name))).found.some((found) => found.id === slug),
    ]
    expect(await everywhere()).toEqual(Array(4).fill(true))
    await decide(await aModerator(), ids, 'hide')
    expect(await everywhere()).toEqual(Array(4).fill(false))
    expect([await getHiddenProfile(null, slug), await organisationExists(null, slug), isSlug(slug)]).toEqual([{ id: organisationId, ground }, true, true])
  })

  test('are rows with evidence; the organisation is told why and the reporter the outcome', async () => {
    const { ids, organisationId, owner, editor, member, name } = await aProfile()
    const { number } = await reportWithoutAccount(null, { ...reported(ids), email: `ewa-${name.replace(/\W/g, '')}@example.org` })
    const moderator = await aModerator()
    const { id } = await decide(moderator, ids, 'hide', { ground: 'illegal', law: 'art. 13 § 1 k.k.' })
    expect(await db.select({ kind: decisions.kind, origin: decisions.origin, law: decisions.law, organisationId: decisions.organisationId }).from(decisions).where(eq(decisions.id, id))).toEqual([{ kind: 'hide', origin: 'report', law: 'art. 13 § 1 k.k.', organisationId }])
    const [evidence] = await db.select().from(decisionEvidence).where(eq(decisionEvidence.decisionId, id))
    expect(evidence).toMatchObject({ revision: 1, current: true, body: expect.stringContaining(name) })
    for (const person of [owner, editor]) {
      expect((await mailsTo(person.email)).map(({ subject }) => subject)).toContain('Profil organizacji został ukryty')
      expect(await listOwnDecisions(person)).toMatchObject([{ id, kind: 'hide', organisation: name }])
      expect(await getOwnStatement(person, id)).toMatchObject({ sentence, said: expect.stringContaining(name), appealed: false })
    }
    for (const person of [member, moderator, await aPerson()]) expect([await listOwnDecisions(person), await getOwnStatement(person, id)]).toEqual([[], null])
    expect(await getReportStatus(null, number)).toMatchObject({ decision: { kind: 'hide', ground: 'illegal' } })
    expect(await getStatementByLink(null, statementToken(id))).toMatchObject({ organisation: name })
  })

  test('two at once: one is made; on what was seen; by the table of moves', async () => {
    const [{ ids }, one, another] = [await aProposal(), await aModerator(), await aModerator()]
    expect(await refusalOf(decide(one, ids, 'keep'))).toBe('moderation.objection.nothingWaits')
    expect(await refusalOf(decide(one, ids, 'restore'))).toBe('moderation.objection.restore')
    const answers = await Promise.all([one, another].map((moderator) => refusalOf(decide(moderator, ids, 'hide'))))
    expect(answers.sort()).toEqual(['allowed', 'moderation.objection.alreadyDecided'])
    for (const person of [await aPerson(), await aPerson({ roles: ['official'] }), await aPerson({ roles: ['coordinator'] })]) expect(await refusalOf(decide(person, ids, 'restore'))).toBe('objection.notYours')
  })

  test('A50: nobody decides about their own organisation, whatever the code says', async () => {
    const [{ ids, id, organisationId }, profile, colleague] = [await aProposal(), await aProfile(), await aModerator()]
    await join(organisationId, colleague, 'member')
    await join(profile.organisationId, colleague, 'member')
    expect(await refusalOf(decide(colleague, ids, 'hide'))).toBe('moderation.objection.own')
    expect(await refusalOf(decide(colleague, profile.ids, 'hide'))).toBe('moderation.objection.own')
    expect(await refusalOf(claimCase(colleague, ids))).toBe('moderation.objection.own')
    const decision = { kind: 'hide', ground, sentence, moderatorId: colleague.id } as const
    const refused = { cause: { constraint_name: 'decisions_by_outsiders' } }
    await expect(db.insert(decisions).values({ ...decision, organisationId, proposalId: id })).rejects.toMatchObject(refused)
    await expect(db.insert(decisions).values({ ...decision, organisationId: profile.organisationId })).rejects.toMatchObject(refused)
    const moderatorId = (await aModerator()).id
    await expect(db.insert(decisions).values({ ...decision, moderatorId, organisationId: profile.organisationId, proposalId: id })).rejects.toMatchObject({ cause: { constraint_name: 'decisions_of_its_organisation' } })
    for (const wrong of [{ organisationId: null, proposalId: id }, { kind: 'remove' as const }, { kind: 'warn' as const }]) {
      await expect(db.insert(decisions).values({ ...decision, moderatorId, organisationId, proposalId: id, ...wrong })).rejects.toMatchObject({ cause: { code: '23514' } })
    }
  })

  test('are in the ledger and its figures, without the title of what is hidden', async () => {
    const { ids, title, slug } = await aProposal()
    const moderator = await aModerator()
    const year = new Date().getFullYear()
    const counted = async () => (await getYearReport(null, year)).filter(({ section, about }) => section === 'ownInitiative' && about === 'proposal').reduce((sum, { count }) => sum + count, 0)
    const before = await counted()
    const { id } = await decide(moderator, ids, 'hide')
    const listed = async (decision: string) => (await listPublicDecisions(null, 'pl')).decisions.find((each) => each.id === decision)
    expect(await listed(id)).toMatchObject({ about: 'proposal', kind: 'hide', ground, subject: null })
    expect(await counted()).toBeGreaterThan(before)
    const restoring = await decide(await aModerator(), ids, 'restore', { seen: id })
    expect(await listed(restoring.id)).toMatchObject({ about: 'proposal', kind: 'restore', subject: { title, address: `/propozycje/${slug}` } })
  })
})

describe('appeals', () => {
  const text = 'To nie reklama, tylko plan.'
  const answer = (moderator: Person, appealId: string, more: object = {}) => answerAppeal(moderator, { appealId, outcome: 'upheld', reasons: 'Organizacja ma rację.', ...more })

  test('of the organisation, once, answered by another moderator who is none of it; upheld it is back', async () => {
    const { ids, slug, member, organisationId, title } = await aProposal()
    const [moderator, another, colleague, editor] = [await aModerator(), await aModerator(), await aModerator(), await aPerson()]
    await join(organisationId, editor)
    await join(organisationId, colleague, 'member')
    const { id: decisionId } = await decide(moderator, ids, 'hide')
    for (const outsider of [await aPerson(), colleague]) expect(await refusalOf(appealDecision(outsider, { decisionId, text }))).toBe('objection.missing')
    const { id: appealId } = await appealDecision(editor, { decisionId, text })
    expect(await refusalOf(appealDecision(member, { decisionId, text }))).toBe('moderation.objection.appealedBefore')
    expect(await inQueue(another, appealId)).toMatchObject({ kind: 'appeals', contested: { kind: 'hide', proposalId: ids.proposalId }, own: false })
    expect(await getAppeal(another, appealId)).toMatchObject({ own: false, involved: false, said: expect.stringContaining(title) })
    expect(await refusalOf(answer(moderator, appealId))).toBe('moderation.objection.anotherModerator')
    expect(await refusalOf(answer(colleague, appealId))).toBe('moderation.objection.own')
    for (const person of [moderator, colleague]) {
      await expect(db.update(appeals).set({ outcome: 'upheld', reasons: 'Tak.', decidedAt: sql`clock_timestamp()`, decidedById: person.id }).where(eq(appeals.id, appealId))).rejects.toMatchObject({ cause: { constraint_name: 'appeals_decided_by_another' } })
    }
    await answer(another, appealId)
    expect(await getPublished(null, slug)).not.toBeNull()
    expect(await getOwnStatement(member, decisionId)).toMatchObject({ undoneAt: expect.any(Date), appeal: { outcome: 'upheld' } })
    for (const person of [member, editor]) expect((await mailsTo((person as typeof editor).email)).map(({ subject }) => subject)).toContain('Odwołanie uwzględnione')
    expect((await listPublicDecisions(null, 'pl')).decisions.find(({ id }) => id === decisionId)).toMatchObject({ appeal: 'upheld' })
  })

  test('by the mailed link, without signing in', async () => {
    const { ids, owner } = await aProfile()
    const { id } = await decide(await aModerator(), ids, 'hide')
    const { id: appealId } = await appealByLink(null, { token: statementToken(id), text })
    await answer(await aModerator(), appealId, { outcome: 'rejected' })
    expect((await mailsTo(owner.email)).map(({ subject }) => subject)).toContain('Odwołanie oddalone')
  })

  test('of the reporter: upheld it is hidden by the rule that is named, and the organisation told', async () => {
    const { ids, slug, member } = await aProposal()
    const { number } = await reportWithoutAccount(null, reported(ids))
    await decide(await aModerator(), ids, 'keep')
    const { id: appealId } = await appealAsReporter(null, { number, text })
    expect(await refusalOf(answer(await aModerator(), appealId))).not.toBe('allowed')
    await answer(await aModerator(), appealId, { ground: 'abuse' })
    expect([await getPublished(null, slug), (await getHidden(null, slug))?.ground]).toEqual([null, 'abuse'])
    expect(await listOwnDecisions(member)).toMatchObject([{ kind: 'hide', ground: 'abuse', origin: 'appeal' }])
    const [row] = await db.select({ hiddenAt: proposals.hiddenAt }).from(proposals).where(eq(proposals.slug, slug))
    expect(row!.hiddenAt).toBeInstanceOf(Date)
  })
})
