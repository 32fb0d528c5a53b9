import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator, type Translate } from '@/lib/messages'
import type { PersonRecord } from '@/lib/moderation/queries/person-record'
import { sanctionKinds } from '@/lib/moderation/sanctions'

type Props = { record: PersonRecord; language: Language }
type Sanction = PersonRecord['sanctions'][number]

/** The steps, mildest first: how often somebody was on each, and what became of it. */
export function SanctionLadder({ record: { sanctions, inForce }, language }: Props) {
  const t = translator(language)
  return (
    <>
      <p>{t('sanction.steps.lead')}</p>
      <ol className="ladder">
        {sanctionKinds.map((kind) => {
          const here = sanctions.filter((sanction) => sanction.kind === kind)
          const current = inForce.some((sanction) => sanction.kind === kind)
          return (
            <li key={kind} data-current={current ? '' : undefined} data-none={here.length ? undefined : ''}>
              <b>{t(`sanction.${kind}`)}</b>{current && <span className="ds-tag" data-size="sm" data-color="brick">{t('sanction.steps.nowOn')}</span>}
              {here.length === 0 ? <p className="quiet">{t('sanction.steps.never')}</p> : (
                <>
                  <p>{t('sanction.steps.times', { count: here.length, date: sayDay(here.at(-1)!.at, language) })}</p>
                  <ul>{here.toReversed().map((sanction) => <li key={sanction.id}><time dateTime={sanction.at.toISOString()}>{sayDay(sanction.at, language)}</time>: {fatesOf(sanction, t, language).join(', ')}</li>)}</ul>
                </>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

function fatesOf({ kind, until, readAt, undoneAt, origin, appeal }: Sanction, t: Translate, language: Language): string[] {
  const day = (date: Date) => ({ date: sayDay(date, language) })
  const fate = undoneAt ? t('sanction.steps.undone', day(undoneAt))
    : readAt ? t('sanction.steps.read', day(readAt))
    : kind === 'warn' ? t('sanction.steps.unread')
    : !until ? t('sanction.steps.nowOn')
    : t(until > new Date() ? 'sanction.steps.untilDate' : 'sanction.steps.over', day(until))
  return [fate, origin === 'carried' && t('sanction.steps.carried'), appeal && t('sanction.steps.contested', { outcome: appeal })].filter((part): part is string => !!part)
}
