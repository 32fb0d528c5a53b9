import { z } from 'zod'
import { all, type Policy } from '../policy'
import { canonLine, graphemes, hasHeapedMarks } from '../text'
import { isIn, mayWrite, type Standing } from './life-cycle'

/** So many files a proposal has at most (the database counts too), and so much do they weigh together, in bytes. */
export const attachmentsAtMost = 10
export const attachmentBytesAtMost = 30 * 1024 * 1024
/** Longest description, in characters as a person counts them. */
export const descriptionLength = 200

const id = z.uuid('problem.invalid')
/** What the file is, for whoever decides whether to open it. */
const description = z
  .string()
  .max(2000, 'problem.tooLong')
  .transform(canonLine)
  .refine((text) => text.length > 0, 'file.problem.description')
  .refine((text) => graphemes(text) <= descriptionLength, { error: 'problem.tooLong', params: { max: descriptionLength } })
  .refine((text) => !hasHeapedMarks(text), 'problem.heapedMarks')

export const attachInput = z.strictObject({ id, description, file: z.instanceof(File, { error: 'file.problem.none' }) })
export const describeInput = z.strictObject({ id, fileId: id, description })
export const detachInput = z.strictObject({ id, fileId: id })

/** A proposal with what its files weigh. */
export type WithAttachments = Standing & { attached: readonly { fileId: string; place: number; bytes: number }[] }

const hasRoom: Policy<WithAttachments> = (_, { attached }) =>
  attached.length < attachmentsAtMost ? null : { key: 'file.problem.tooMany', values: { max: attachmentsAtMost } }

/** Files are part of what is written: they change while it is with its authors, and stay as they were sent in. */
export const mayChangeFiles: Policy<Standing> = all<Standing>(mayWrite, isIn(['draft', 'returned']))
export const mayAttach: Policy<WithAttachments> = all<WithAttachments>(mayChangeFiles, hasRoom)
