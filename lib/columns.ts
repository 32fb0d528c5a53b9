import { customType, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'
import { clauseInForce, type ClauseVersion } from './clauses'

/** A row's own key: UUIDv7, so that keys sort by the time they were made and pages can be cut by key. Never a secret. */
export const newKey = (): string => v7()
export const key = () => uuid().primaryKey().$defaultFn(newKey)

/** A row's own key that does not tell when the row was made, for what must not be found by its moment: a ballot. */
export const timelessKey = () => uuid().primaryKey().defaultRandom()

/** Which wording of the information clause stood beside the form (GDPR art. 13). */
export const clause = () => text().$type<ClauseVersion>().notNull().default(clauseInForce)

/** An instant. A state is the instant at which it began, null while it has not. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })

/** The words of a text, folded, with their places: what PostgreSQL searches. Written by the database alone. */
export const words = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Raw bytes. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
