import { z } from 'zod'
import { languages } from '../language'
import { fileFormats } from '../proposals/offer-formats'

/** How many items a page of a list has, at most and when nothing is said. */
export const itemsAPage = 100

const format = z.enum(['json', 'csv']).default('json')
const separator = z.enum([',', ';']).default(',')

/** What may be asked of a list that is given whole. */
export const wholeQuery = z.strictObject({ format, separator })

/** What may be asked of a list that is given page by page. `cursor` is the `next` of the page before. */
export const pagedQuery = z.strictObject({
  format,
  separator,
  cursor: z.uuid().toLowerCase().optional(),
  limit: z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.int().min(1).max(itemsAPage)).default(itemsAPage),
})

/** The same for receipts, whose cursor is a receipt. */
export const receiptsQuery = pagedQuery.extend({ cursor: z.string().regex(/^[0-9A-F]{12}$/).optional() })

/** What may be asked of a single thing that is also there as a file, and in which language its labels are. */
export const fileQuery = z.strictObject({ format: z.enum(['json', ...fileFormats]).default('json'), language: z.enum(languages).default('pl') })

/** What may be asked of promised and achieved results: of one proposal by its slug, of one task by its code. */
export const outcomesQuery = wholeQuery.extend({ proposal: z.string().regex(/^[a-z0-9-]{1,80}$/).optional(), task: z.string().regex(/^[0-9.]{1,20}$/).optional() })

/** What may be asked of a single thing: nothing. */
export const noQuery = z.strictObject({})

export type Paging = { cursor?: string | undefined; limit: number }
