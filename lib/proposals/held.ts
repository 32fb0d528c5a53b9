import { and, desc, eq, like, or, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { organisationMembers, organisations } from '../organisations/tables'
import type { Person } from '../person'
import { slugOf } from '../text'
import type { ProposalContent } from './content'
import type { ProposalDraft } from './draft'
import { canSeeDesk, type Standing } from './life-cycle'
import { standingColumns } from './standing'
import { proposalMoves, proposals } from './tables'

/** How somebody stands to an organisation; undefined when there is none. */
export async function organisationOf(tx: Tx, { organisationId }: { organisationId: string }, person: Person): Promise<Pick<Standing, 'isMember' | 'readsOnly' | 'confirmed'> | undefined> {
  const [organisation] = await tx
    .select({
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      isMember: sql<boolean>`${organisationMembers.personId} is not null`,
      readsOnly: sql<boolean>`coalesce(${organisationMembers.role} = 'member', false)`,
    })
    .from(organisations)
    .leftJoin(organisationMembers, and(eq(organisationMembers.organisationId, organisations.id), eq(organisationMembers.personId, person.id)))
    .where(eq(organisations.id, organisationId))
  return organisation
}

export type Held = Standing & { organisationId: string; draft: ProposalDraft; content: ProposalContent | null; version: number; slug: string | null; threadId: string | null; questionId: string | null; mergedIntoId: string | null }

/** The proposal, held against every other change; undefined for whoever neither belongs to it nor may decide about it. */
export async function proposalHeld(tx: Tx, { id, seen }: { id: string; seen?: string }, person: Person): Promise<Held | undefined> {
  const [proposal] = await tx
    .select({
      state: proposals.state,
      organisationId: proposals.organisationId,
      draft: proposals.draft,
      content: proposals.content,
      version: proposals.version,
      slug: proposals.slug,
      threadId: proposals.threadId,
      questionId: proposals.questionId,
      mergedIntoId: proposals.mergedIntoId,
      ...standingColumns(person),
    })
    .from(proposals)
    .where(eq(proposals.id, id))
    .for('update')
  const standing = proposal && (await organisationOf(tx, proposal, person))
  if (!standing || (!standing.isMember && canSeeDesk(person, null))) return undefined
  return { ...proposal, ...standing, current: !seen || seen === (await lastMove(tx, id)) }
}

async function lastMove(tx: Tx, id: string): Promise<string | undefined> {
  const [move] = await tx.select({ id: proposalMoves.id }).from(proposalMoves).where(eq(proposalMoves.proposalId, id)).orderBy(desc(proposalMoves.id)).limit(1)
  return move?.id
}

/** An address that no other proposal has: „szkola-liderow”, „szkola-liderow-2”, … Taken one at a time, so that none is given twice. */
export async function freeSlug(tx: Tx, title: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('proposals.slug'))`)
  const slug = slugOf(title)
  const rows = await tx.select({ slug: proposals.slug }).from(proposals).where(or(eq(proposals.slug, slug), like(proposals.slug, `${slug}-%`)))
  const taken = new Set<string | null>(['nowa', 'new', 'wybrane', 'chosen', ...rows.map(({ slug }) => slug)])
  let free = slug
  for (let place = 2; taken.has(free); place++) free = `${slug}-${place}`
  return free
}
