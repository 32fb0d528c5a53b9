import { sayDay, sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { PersonRecord } from '@/lib/moderation/queries/person-record'
import { sanctionKinds } from '@/lib/moderation/sanctions'
import { lastDayToAppeal } from '@/lib/moderation/statement'

/** What comes next for somebody: how what counts now ends, and who can contest it until when; else with which step to begin. */
export function SanctionNext({ record: { inForce, ban, sanctions }, language }: { record: PersonRecord; language: Language }) {
  const t = translator(language)
  const step = sanctionKinds.find((kind) => !sanctions.some((sanction) => sanction.kind === kind && !sanction.undoneAt)) ?? 'ban'
  if (!inForce.length) return <p>{t('sanction.next.none', { step: t(`sanction.${step}`) })}</p>
  return (
    <ul>
      {inForce.map(({ id, kind, until, at }) => {
        const appeal = sanctions.find((sanction) => sanction.id === id)?.appeal
        const last = lastDayToAppeal(at)
        return (
          <li key={id}>
            {ban?.suspensionId === id ? t('sanction.next.banWaits', { date: sayMoment(ban.expiresAt, language) })
            : kind === 'slow' || kind === 'suspend' ? t(`sanction.next.${kind}`, { date: sayMoment(until!, language) })
            : t(kind === 'warn' ? 'sanction.next.warn' : 'sanction.next.ban')}{' '}
            {appeal === 'waiting' ? t('sanction.next.appealWaits') : !appeal && last > new Date() && t('sanction.next.appeal', { date: sayDay(last, language) })}
          </li>
        )
      })}
    </ul>
  )
}
