import { stringify } from 'csv-stringify/sync'
import type { z } from 'zod'
import { columnsOf } from './records'

type Separator = ',' | ';'

/**
 * Records as CSV: UTF-8, RFC 4180, with a row of names. What a spreadsheet would run as a formula begins with an
 * apostrophe (ASVS 1.2.10); lists are separated by spaces.
 * @param separator `;` is for a Polish Excel, which also wants the byte order mark
 */
export function toCsv(record: z.ZodObject, items: readonly object[], separator: Separator): string {
  const columns = columnsOf(record)
  const rows = items.map((item) => columns.map((column) => cell(item, column)))
  return stringify([columns, ...rows], { delimiter: separator, bom: separator === ';', record_delimiter: '\r\n', escape_formulas: true })
}

function cell(item: object, column: string): string | number {
  const value = column.split('.').reduce<unknown>((branch, name) => (branch as Record<string, unknown> | null)?.[name], item)
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'number' ? value : String(value ?? '')
}
