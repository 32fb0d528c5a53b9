import postgres from 'postgres'
import { auditLedger } from './auditing'
import { withDatabase } from './database'
import { publishedBySite, recount } from './recounting'

const usage = 'Usage: npm run recount -- QUESTION | all\nQUESTION is the identifier in the address of a vote, the number of a task (1.1.19), or the last part of a proposal’s address.'

/**
 * Counts a question, or all of them, anew from every ballot there ever was, with nothing of the site's own counting, and
 * compares with all that is published and with the ledger. For `all`, the ledger is compared with what it tells of, too.
 * @returns the exit code: 0 all is the same, 1 something differs, 2 called wrongly
 */
export async function main(args: readonly string[]): Promise<number> {
  const [named, ...more] = args
  if (!named || more.length) {
    console.error(usage)
    return 2
  }
  return withDatabase(async (url) => {
    const sql = postgres(url, { max: 1, onnotice() {} })
    try {
      const ids = named === 'all' ? (await sql<{ id: string }[]>`select id from questions order by id`).map(({ id }) => id) : [await questionNamed(sql, named)].filter((id) => id !== null)
      if (!ids.length && named !== 'all') {
        console.error(`There is no question ${named}.\n${usage}`)
        return 2
      }
      const differences: string[] = named === 'all' ? await auditLedger(sql) : []
      for (const difference of differences) console.error(`DIFFERENT: ${difference}`)
      for (const id of ids) differences.push(...(await recountAloud(sql, id)))
      console.log(differences.length ? `${differences.length} differences.` : 'Everything agrees.')
      return differences.length ? 1 : 0
    } finally {
      await sql.end()
    }
  })
}

/** Says what was counted and compared. @returns the differences, which are said too */
async function recountAloud(sql: postgres.Sql, id: string): Promise<string[]> {
  const site = process.env.NEXTAUTH_URL ?? `http://localhost:${process.env.PORT ?? 3000}`
  const { counted, differences, checked } = await recount(sql, id, await publishedBySite(site, id))
  console.log(`Question ${id}: ${counted.total} ballots are counted.`)
  for (const [choice, votes] of Object.entries(counted.choices)) console.log(`  ${choice}: ${votes}`)
  for (const what of checked) console.log(`Compared: ${what}.`)
  for (const difference of differences) console.error(`DIFFERENT: ${difference}`)
  return differences
}

async function questionNamed(sql: postgres.Sql, named: string): Promise<string | null> {
  const [found] = await sql`
    select id from questions where id::text = ${named}
    union select question_id from tasks where code = ${named}
    union select question_id from proposals where slug = ${named}`
  return (found?.id as string | undefined) ?? null
}
