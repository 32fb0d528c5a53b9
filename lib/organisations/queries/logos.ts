import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '../../db'
import type { FileType } from '../../file-types'
import type { Viewer } from '../../person'
import { files } from '../../tables'
import { organisationMembers, organisations } from '../tables'

/** The keys of the logos that some organisations have, by organisation. */
export async function listLogos(_viewer: Viewer, organisationIds: readonly string[]): Promise<Record<string, string>> {
  if (!organisationIds.length) return {}
  const rows = await db
    .select({ id: organisations.id, key: files.key })
    .from(organisations)
    .innerJoin(files, eq(files.id, organisations.logoFileId))
    .where(and(inArray(organisations.id, [...organisationIds]), isNull(organisations.hiddenAt)))
  return Object.fromEntries(rows.map(({ id, key }) => [id, key]))
}

/** A file that is some organisation's logo, by its key, which nobody can guess; null when there is none. */
export async function getLogo(_viewer: Viewer, key: string): Promise<{ key: string; type: FileType; bytes: number } | null> {
  if (!/^[0-9a-f]{48}$/.test(key)) return null
  const [logo] = await db
    .select({ key: files.key, type: files.type, bytes: files.bytes })
    .from(files)
    .innerJoin(organisations, eq(organisations.logoFileId, files.id))
    .where(and(eq(files.key, key), isNull(organisations.hiddenAt)))
  return logo ?? null
}

/** An organisation that the viewer owns or edits, to change its logo; null for everybody else. */
export async function getForLogo(viewer: Viewer, slug: string): Promise<{ id: string; name: string; logo: string | null } | null> {
  if (!viewer) return null
  const [organisation] = await db
    .select({ id: organisations.id, name: organisations.name, logo: files.key })
    .from(organisations)
    .innerJoin(organisationMembers, and(eq(organisationMembers.organisationId, organisations.id), eq(organisationMembers.personId, viewer.id)))
    .leftJoin(files, eq(files.id, organisations.logoFileId))
    .where(and(eq(organisations.slug, slug), isNull(organisations.refusedAt), inArray(organisationMembers.role, ['owner', 'editor'])))
  return organisation ?? null
}
