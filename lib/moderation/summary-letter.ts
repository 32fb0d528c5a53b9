import { sql } from 'drizzle-orm'
import { address } from '../addresses'
import { sayMoment } from '../dates'
import type { Tx } from '../db'
import { env } from '../env'
import { translator } from '../messages'
import { queueMail } from '../outbox'
import { stopSummaryAtOnce, stopSummaryPage } from './summary-link'
import { queueKinds, type QueueKind } from './urgency'
import { waiting } from './waiting'

type Row = { kind: QueueKind; all: number; oldest: string; long: number }

/** Tells a moderator how much waits, what waits longest and which appeals are late; in Polish, then in English. Numbers and times alone. */
export async function mailSummary(tx: Tx, { personId, email }: { personId: string; email: string }): Promise<void> {
  const rows = await tx.execute<Row>(sql`
    select kind, count(*)::int as all, min(since) as oldest, (count(*) filter (where long))::int as long
    from (${waiting}) waiting group by kind`)
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  const values = { count: sum(({ all }) => all), long: sum(({ kind, long }) => (kind === 'appeals' ? 0 : long)), overdue: sum(({ kind, long }) => (kind === 'appeals' ? long : 0)) }
  const oldest = rows.map(({ oldest }) => new Date(oldest)).sort((a, b) => a.getTime() - b.getTime())[0]!
  const body = (language: 'pl' | 'en') => {
    const t = translator(language)
    const link = env.origin + address(language, 'moderation')
    return [
      t('desk.summary.waits', { count: values.count }),
      queueKinds.flatMap((kind) => rows.filter((row) => row.kind === kind)).map(({ kind, all }) => `– ${t(`desk.filter.${kind}`)}: ${all}`).join('\n'),
      t('desk.summary.oldest', { date: sayMoment(oldest, language), long: values.long }),
      ...(values.overdue ? [t('desk.summary.overdue', { count: values.overdue })] : []),
      t('desk.summary.desk', { link }),
      t('desk.summary.off', { link: stopSummaryPage(personId, language) }),
    ].join('\n\n')
  }
  await queueMail(tx, { to: email, subject: translator('pl')('desk.summary.subject', { count: values.count }), body: `${body('pl')}\n\n–\n\n${body('en')}\n`, unsubscribe: stopSummaryAtOnce(personId) })
}
