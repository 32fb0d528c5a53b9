import { and, asc, eq, isNotNull, or, type SQL } from 'drizzle-orm'
import { db } from '../../db'
import { scanStateOf } from '../../files'
import type { FileType, ScanState } from '../../file-types'
import { isUuid } from '../../ids'
import type { Viewer } from '../../person'
import { objectionTo } from '../../policy'
import { files } from '../../tables'
import { canSeeDesk } from '../life-cycle'
import { proposalFiles, proposals } from '../tables'
import { isPublic } from '../public'
import { isMember } from './moves'

export type Attachment = { id: string; name: string; type: FileType; bytes: number; description: string; scan: ScanState }

/** Whose files the viewer may see: of public proposals everybody; of others their organisation, and once they are sent in the desk. */
function seenBy(viewer: Viewer): SQL {
  if (!viewer) return isPublic
  return or(isPublic, isMember(viewer), objectionTo(canSeeDesk, viewer, null) ? undefined : isNotNull(proposals.content))!
}

/** The files of a proposal that the viewer may see, in the order in which they were attached. */
export async function listAttachments(viewer: Viewer, proposalId: string): Promise<Attachment[]> {
  if (!isUuid(proposalId)) return []
  const rows = await db
    .select({ id: files.id, name: files.name, type: files.type, bytes: files.bytes, description: proposalFiles.description, scanResult: files.scanResult })
    .from(proposalFiles)
    .innerJoin(files, eq(files.id, proposalFiles.fileId))
    .innerJoin(proposals, eq(proposals.id, proposalFiles.proposalId))
    .where(and(eq(proposalFiles.proposalId, proposalId), seenBy(viewer)))
    .orderBy(asc(files.id))
  return rows.map(({ scanResult, ...file }) => ({ ...file, scan: scanStateOf({ scanResult }) }))
}

/** One attached file with the key of its bytes, for whoever may have it; null for everybody else. */
export async function getAttachment(viewer: Viewer, id: string): Promise<{ key: string; name: string; type: FileType; bytes: number; scan: ScanState } | null> {
  if (!isUuid(id)) return null
  const [file] = await db
    .select({ key: files.key, name: files.name, type: files.type, bytes: files.bytes, scanResult: files.scanResult })
    .from(proposalFiles)
    .innerJoin(files, eq(files.id, proposalFiles.fileId))
    .innerJoin(proposals, eq(proposals.id, proposalFiles.proposalId))
    .where(and(eq(files.id, id), seenBy(viewer)))
  if (!file) return null
  const { scanResult, ...rest } = file
  return { ...rest, scan: scanStateOf({ scanResult }) }
}
