import { sql } from 'drizzle-orm'
import { db } from '@/lib/db'

/** Whether this instance can do its work: answers 200 when the database answers, 503 when it does not. */
export async function GET() {
  try {
    await db.execute(sql`select 1`)
    return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
  } catch {
    return Response.json({ status: 'database does not answer' }, { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '5' } })
  }
}
