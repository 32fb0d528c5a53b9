import { and, desc, eq, isNotNull, isNull, notInArray, sql, type Column, type SQL } from 'drizzle-orm'
import type { Tx } from '../db'
import { hideOrganisation, showOrganisation } from '../organisations/steps'
import { organisations } from '../organisations/tables'
import type { ProposalContent } from '../proposals/content'
import { proseOf } from '../proposals/prose'
import { hideProposal, showProposal } from '../proposals/steps'
import { proposals } from '../proposals/tables'
import { tag } from '../tags'
import { contentOf, type Content, type PublicationKind } from './contents'
import { newestAbout } from './held'
import { tellOrganisation } from './letter'
import type { BrokenRule, Ground, Origin, PublicationMove } from './rules'
import { isStated } from './statement'
import { decisionEvidence, decisions } from './tables'

// What moderation does with what an organisation publishes: a proposal, or its profile.

/** A proposal or a profile that is or was public, as it stands. */
export type Publication = {
  about: PublicationKind
  id: string
  organisationId: string
  organisation: string
  title: string
  /** All that it says in words. */
  words: string
  state: 'shown' | 'hidden'
  revision: number
  /** The person's own, or their organisation's. */
  own: boolean
  slug: string
  /** Tags of the kept pages that show it. */
  tags: string[]
}

/** A publication as somebody stands to it; undefined where there is none that was ever public. @param hold locks it for a decision, or against one */
export async function publicationOf(tx: Pick<Tx, 'select'>, { about, id }: Content, personId: string | null, hold?: 'update' | 'share'): Promise<Publication | undefined> {
  if (about === 'comment') return undefined
  if (about === 'proposal') {
    const query = publishedProposals(tx, personId).where(and(eq(proposals.id, id), isNotNull(proposals.publishedAt)))
    const [row] = await (hold ? query.for(hold, { of: proposals }) : query)
    return row && asProposal(row)
  }
  const query = publishedProfiles(tx, personId).where(and(eq(organisations.id, id), isNotNull(organisations.confirmedAt)))
  const [row] = await (hold ? query.for(hold) : query)
  return row && asProfile(row)
}

const state = (hiddenAt: Column) => sql<Publication['state']>`case when ${hiddenAt} is null then 'shown' else 'hidden' end`

const publishedProposals = (tx: Pick<Tx, 'select'>, personId: string | null) =>
  tx
    .select({
      id: proposals.id, organisationId: proposals.organisationId, organisation: organisations.name, slug: sql<string>`${proposals.slug}`,
      content: sql<ProposalContent>`${proposals.content}`.mapWith(proposals.content), state: state(proposals.hiddenAt), revision: proposals.version,
      threadId: sql<string>`${proposals.threadId}`, questionId: sql<string>`${proposals.questionId}`, own: sql<boolean>`is_own_content(null, proposals.id, proposals.organisation_id, ${personId}::uuid)`,
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .$dynamic()

function asProposal({ content, threadId, questionId, ...row }: Awaited<ReturnType<typeof publishedProposals>>[number]): Publication {
  const tags = [tag.proposals, tag.proposal(row.id), tag.organisation(row.organisationId), tag.thread(threadId), tag.question(questionId)]
  return { ...row, about: 'proposal', title: content.title, words: proseOf(content), tags }
}

const publishedProfiles = (tx: Pick<Tx, 'select'>, personId: string | null) =>
  tx
    .select({
      id: organisations.id, organisation: organisations.name, slug: organisations.slug, state: state(organisations.hiddenAt), revision: organisations.profileRevision,
      about: organisations.about, offers: organisations.offers, seeks: organisations.seeks, www: organisations.www,
      own: sql<boolean>`is_own_content(null, null, organisations.id, ${personId}::uuid)`,
    })
    .from(organisations)
    .$dynamic()

function asProfile({ about, offers, seeks, www, ...row }: Awaited<ReturnType<typeof publishedProfiles>>[number]): Publication {
  const { id, organisation } = row
  const words = [organisation, about, offers, seeks, www].filter(Boolean).join('\n\n')
  return { ...row, about: 'organisation', organisationId: id, title: organisation, words, tags: [tag.organisations, tag.organisation(id), tag.network, tag.volunteering] }
}

/** Decisions about a publication: of an organisation those about its profile, not those about its proposals. */
export const isAbout = ({ about, id }: Content): SQL =>
  about === 'proposal' ? eq(decisions.proposalId, id) : and(eq(decisions.organisationId, id), isNull(decisions.proposalId))!

type Judging = { kind: PublicationMove; ground: Ground; law: string | null; sentence: string; moderatorId: string; origin: Origin; undoesId?: string }

/**
 * Decides about a publication that is held: the decision with its evidence, what it changes, and the statement of reasons to
 * those who answer for the organisation.
 */
export async function judge(tx: Tx, publication: Publication, judging: Judging): Promise<typeof decisions.$inferSelect> {
  const { id, organisationId, words, revision } = publication
  const { kind, ground } = judging
  const [decision] = await tx
    .insert(decisions)
    .values({ ...judging, law: ground === 'illegal' ? judging.law : null, organisationId, proposalId: publication.about === 'proposal' ? id : null, afterId: await newestAbout(tx, isAbout(publication)) })
    .returning()
  await tx.insert(decisionEvidence).values({ decisionId: decision!.id, revision, body: words, current: true })
  if (kind === 'hide') await (publication.about === 'proposal' ? hideProposal : hideOrganisation)(tx, id, ground)
  if (kind === 'restore') await (publication.about === 'proposal' ? showProposal : showOrganisation)(tx, id)
  // Whose appeal was upheld is told so as appellant.
  if (isStated(kind) && !(kind === 'restore' && judging.origin === 'appeal')) await tellOrganisation(tx, { ...decision!, kind }, publication)
  return decision!
}

/** The decision that hides a publication now; undefined where none does. */
export async function whatHidesIt(tx: Tx, publication: Content): Promise<{ id: string } | undefined> {
  const undone = tx.select({ id: sql<string>`undoes_id` }).from(decisions).where(isNotNull(decisions.undoesId))
  const [hiding] = await tx.select({ id: decisions.id }).from(decisions).where(and(isAbout(publication), eq(decisions.kind, 'hide'), notInArray(decisions.id, undone))).orderBy(desc(decisions.at)).limit(1)
  return hiding
}

type By = { moderatorId: string; sentence: string }

/** The publication that a contested decision is about, held. */
const contestedPublication = async (tx: Tx, contested: typeof decisions.$inferSelect, { moderatorId }: By) => (await publicationOf(tx, contentOf(contested)!, moderatorId, 'update'))!

/**
 * Shows a publication again because an appeal against hiding it was upheld.
 * @returns the decision that does so, and the tags of the pages that change; no decision where it was taken back meanwhile
 */
export async function showAfterAppeal(tx: Tx, contested: typeof decisions.$inferSelect, by: By) {
  const publication = await contestedPublication(tx, contested, by)
  const undone = await tx.$count(decisions, eq(decisions.undoesId, contested.id))
  return undone ? null : (await judge(tx, publication, { ...by, kind: 'restore', ground: 'none', law: null, origin: 'appeal', undoesId: contested.id })).id
}

/** Hides one that had been kept, because its reporter was right. Null where it is hidden already. */
export async function hideAfterAppeal(tx: Tx, contested: typeof decisions.$inferSelect, { ground, law, ...by }: By & { ground: BrokenRule; law: string | null }) {
  const publication = await contestedPublication(tx, contested, by)
  return publication.state === 'hidden' ? null : (await judge(tx, publication, { ...by, kind: 'hide', ground, law, origin: 'appeal' })).id
}
