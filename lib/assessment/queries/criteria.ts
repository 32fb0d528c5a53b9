import { and, asc, gte, inArray, sql } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { mostOf } from '../card'
import { modes } from '../rules'
import { cityToday, listCriteriaOf } from '../standing'
import { criteriaSets } from '../tables'

/** The criteria that are valid today and those that will be, for each kind of proposal, in the order of `modes`. */
export async function listCriteriaSets(_viewer: Viewer) {
  const sets = await db
    .select({ id: criteriaSets.id, mode: criteriaSets.mode, validFrom: criteriaSets.validFrom, basis: criteriaSets.basis, apartPercent: criteriaSets.apartPercent, later: sql<boolean>`${criteriaSets.validFrom} > ${cityToday}` })
    .from(criteriaSets)
    .where(
      and(
        inArray(criteriaSets.mode, [...modes]),
        gte(criteriaSets.validFrom, sql`(select max(valid.valid_from) from ${criteriaSets} as valid where valid.mode = ${criteriaSets.mode} and valid.valid_from <= ${cityToday})`),
      ),
    )
    .orderBy(asc(criteriaSets.validFrom))
  const inOrder = modes.flatMap((mode) => sets.filter((set) => set.mode === mode))
  return Promise.all(
    inOrder.map(async (set) => {
      const criteria = await listCriteriaOf(db, set.id)
      return { ...set, criteria, most: mostOf(criteria) }
    }),
  )
}

/** The next day on which criteria come into force, as an instant to keep a page until; null when none are to come. */
export async function getNextCriteria(_viewer: Viewer): Promise<Date | null> {
  const [next] = await db
    .select({ at: sql<Date | null>`min(${criteriaSets.validFrom})::timestamp at time zone 'Europe/Warsaw'`.mapWith(criteriaSets.adoptedAt) })
    .from(criteriaSets)
    .where(sql`${criteriaSets.validFrom} > ${cityToday}`)
  return next?.at ?? null
}

export type CriteriaSet = Awaited<ReturnType<typeof listCriteriaSets>>[number]
