import { and, eq, inArray } from 'drizzle-orm'
import { address } from '../../addresses'
import { db } from '../../db'
import { env } from '../../env'
import { isUuid } from '../../ids'
import { isPublic as isPublicOrganisation } from '../../organisations/public'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { listTaskTitles } from '../../strategy/queries'
import { wholeContent, type ProposalContent } from '../content'
import { wholeDraft } from '../draft'
import type { ApplicantNamed, Offer } from '../offer-form'
import { readProposal } from '../reading'
import { proposals } from '../tables'
import { isMember } from './moves'
import { getPublished, listTasksNamed } from './published'

/** A published proposal, ready to be written as the official form; null when there is none. Never how to reach anybody. */
export async function getOffer(viewer: Viewer, slug: string): Promise<(Offer & { slug: string; publishedAt: Date }) | null> {
  const proposal = await getPublished(viewer, slug)
  if (!proposal) return null
  const content = wholeContent(proposal.content)
  const applicants = await applicantsOf(content, proposal.organisation.id)
  return { content, ...applicants, tasks: proposal.tasks, date: proposal.publishedAt, slug, publishedAt: proposal.publishedAt, url: env.origin + address('pl', 'proposal', { slug }) }
}

/**
 * A proposal for the members of its organisation, with the organisation's contact: what was sent in, or the draft.
 * @returns `unfinished` while the draft cannot be read yet; null for everybody else
 */
export async function getOwnOffer(viewer: Viewer, id: string): Promise<(Offer & { slug: string | null; publishedAt: Date | null }) | 'unfinished' | null> {
  if (!viewer || !isUuid(id)) return null
  const [proposal] = await db
    .select({ state: proposals.state, draft: proposals.draft, content: proposals.content, savedAt: proposals.savedAt, slug: proposals.slug, publishedAt: proposals.publishedAt, organisationId: proposals.organisationId })
    .from(proposals)
    .where(and(eq(proposals.id, id), isMember(viewer)))
  if (!proposal) return null
  const { slug, publishedAt } = proposal
  const sent = !['draft', 'returned'].includes(proposal.state) && proposal.content
  const content = sent ? wholeContent(sent) : await readDraft(viewer, proposal.draft)
  if (!content) return 'unfinished'
  const [{ applicant, joint }, contact, tasks] = await Promise.all([applicantsOf(content, proposal.organisationId), contactOf(proposal.organisationId), listTasksNamed(viewer, content.tasks)])
  return { content, applicant: { ...applicant, contact }, joint, tasks, date: publishedAt ?? proposal.savedAt, slug, publishedAt, url: slug && publishedAt ? env.origin + address('pl', 'proposal', { slug }) : null }
}

async function readDraft(viewer: Viewer, draft: object): Promise<ProposalContent | null> {
  const known = await listTaskTitles(viewer, 'pl')
  return readProposal(wholeDraft(draft), new Set(known.map(({ code }) => code))).content ?? null
}

/** The organisation that writes, and those of the joint applicants that have a page here. */
async function applicantsOf({ applicants }: ProposalContent, organisationId: string): Promise<Pick<Offer, 'applicant' | 'joint'>> {
  const slugs = applicants.flatMap(({ slug }) => slug ?? [])
  const [[own], joint] = await Promise.all([
    db.select(named).from(organisations).where(eq(organisations.id, organisationId)),
    slugs.length ? db.select({ ...named, slug: organisations.slug }).from(organisations).where(and(inArray(organisations.slug, slugs), isPublicOrganisation)) : [],
  ])
  return { applicant: { ...own!, contact: null }, joint: Object.fromEntries(joint.map(({ slug, ...one }) => [slug, { ...one, contact: null }])) }
}

/** How to reach an organisation: for its own members, who type it into the city's generator. */
async function contactOf(organisationId: string): Promise<ApplicantNamed['contact']> {
  const [contact] = await db.select({ email: organisations.contactEmail, phone: organisations.contactPhone }).from(organisations).where(eq(organisations.id, organisationId))
  return contact ?? null
}

const named = { name: organisations.name, legalForm: organisations.legalForm, krs: organisations.krs, nip: organisations.nip, regon: organisations.regon, seat: organisations.seat }
