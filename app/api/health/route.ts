import { secondsUnsealed } from '@/lib/ledger/queries'

/** Whether this instance can do its work: answers 200 when the database answers, 503 when it does not. Says how far the ledger lags. */
export async function GET() {
  try {
    return Response.json({ status: 'ok', secondsUnsealed: await secondsUnsealed(null) }, { headers: { 'cache-control': 'no-store' } })
  } catch {
    return Response.json({ status: 'database does not answer' }, { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '5' } })
  }
}
