import { and, ne, sql } from 'drizzle-orm'
import { db } from '../../db'
import { fold } from '../../text'
import type { Viewer } from '../../person'
import type { DirectoryQuestion } from '../directory'
import { isPublic } from '../public'
import { byName, publicColumns, type OrganisationShown } from '../queries'
import { organisations } from '../tables'

/** How many organisations a search shows. */
export const foundAtMost = 200

const said = sql`unaccent(lower(concat_ws(' ', ${organisations.name}, ${organisations.about}, ${organisations.offers}, ${organisations.seeks}, ${organisations.seat})))`

/**
 * Confirmed organisations that answer a question, in the order of the alphabet: each word is there, or resembles one that is
 * (inflection, slips of the finger). Those that work in the whole city answer for each district.
 * @returns at most `foundAtMost`, and how many there are in all
 */
export async function findOrganisations(_viewer: Viewer, { words, field, district, need }: DirectoryQuestion): Promise<{ found: OrganisationShown[]; count: number }> {
  const where = and(
    isPublic,
    field ? sql`${field} = any(${organisations.fieldsOfWork})` : undefined,
    district ? sql`${organisations.district} in (${district}, 'city')` : undefined,
    need === 'seeks' ? ne(organisations.seeks, '') : need === 'offers' ? ne(organisations.offers, '') : undefined,
    ...words.map((word) => sql`(position(${fold(word)}::text in ${said}) > 0 or strict_word_similarity(${fold(word)}, ${said}) > 0.55)`),
  )
  const [found, count] = await Promise.all([db.select(publicColumns).from(organisations).where(where).orderBy(byName).limit(foundAtMost), db.$count(organisations, where)])
  return { found, count }
}
