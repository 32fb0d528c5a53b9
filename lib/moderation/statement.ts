import { sayDay, sayMoment } from '../dates'
import type { Language } from '../language'
import { isMessageKey, translator } from '../messages'
import { answerDays, appealMonths, isContestable } from './appealing'
import { contentOf, type PublicationKind } from './contents'
import type { DecisionKind, Ground, Origin } from './rules'

/** Decisions that are told to somebody; the others change nothing for anyone in particular. */
export const stated = ['hide', 'remove', 'redact', 'restore', 'warn', 'slow', 'suspend', 'ban', 'lift'] as const satisfies DecisionKind[]
export type StatedKind = (typeof stated)[number]
export const isStated = (kind: DecisionKind): kind is StatedKind => (stated as readonly DecisionKind[]).includes(kind)

/** `proposalId`, `organisationId`: of a decision about what an organisation publishes. */
export type Stated = { proposalId?: string | null; organisationId?: string | null; kind: StatedKind; ground: Ground; law: string | null; sentence: string; origin: Origin; foundByCheck: boolean; until: Date | null; minutes: number | null; at: Date; banProposed?: boolean }
export type StatedPart = { part: 'what' | 'lasting' | 'facts' | 'ground' | 'found' | 'redress'; heading: string; text: string }

/**
 * A statement of reasons as art. 17(3) of the DSA wants it, in plain words: what is restricted, how long and where, the
 * facts, the ground, how it came up and that a person decided, and how to appeal. The page and the mail say the same.
 */
export function statementOf(decision: Stated, language: Language): { title: string; parts: StatedPart[] } {
  const t = translator(language)
  const { kind, ground, law, sentence, origin, foundByCheck, until, minutes, at } = decision
  const published = publishedIn(decision)
  const restricts = kind !== 'restore' && kind !== 'lift'
  const ends = !restricts ? '' : until ? t('statement.lasting.until', { date: sayMoment(until, language) }) : t(kind === 'warn' ? 'statement.lasting.read' : 'statement.lasting.forever')
  const lasting = [ends, decision.banProposed && t('statement.lasting.banProposed')].filter(Boolean).join(' ')
  const found = [t(`statement.found.${origin}`), foundByCheck && t('statement.found.check'), t('statement.found.human'), kind === 'ban' && origin === 'own' && t('statement.found.two')].filter(Boolean).join(' ')
  const said: [StatedPart['part'], string][] = [
    ['what', published ? t(`statement.${published}.what.${kind as PublishedKind}`) : t(`statement.what.${kind}`, { every: minutes ? sayEvery(minutes, language) : '' })],
    ['lasting', lasting],
    ['facts', sentence],
    ['ground', ground === 'none' ? '' : [t('statement.ground', { ground: sayGround(ground, language) }), law && t('statement.law', { law })].filter(Boolean).join(' ')],
    ['found', found],
    ['redress', isContestable('author', kind) ? t('statement.redress', { date: sayDay(lastDayToAppeal(at), language), days: answerDays }) : ''],
  ]
  return { title: sayTitle(decision, language), parts: said.filter(([, text]) => text).map(([part, text]) => ({ part, heading: t(`statement.heading.${part}`), text })) }
}

/** What was decided, as a heading. */
export function sayTitle(decision: Pick<Stated, 'kind' | 'proposalId' | 'organisationId'>, language: Language): string {
  const published = publishedIn(decision)
  return translator(language)(published ? `statement.${published}.title.${decision.kind as PublishedKind}` : `statement.title.${decision.kind}`)
}

/** What is decided about publications and told: see `publicationMoves`. */
type PublishedKind = 'hide' | 'restore'
const publishedIn = (decision: Pick<Stated, 'proposalId' | 'organisationId'>): PublicationKind | null => {
  const about = contentOf(decision)?.about
  return about && about !== 'comment' ? about : null
}

/** „godzinę”, as in one comment in so long. */
export const sayEvery = (minutes: number, language: Language): string => translator(language)('statement.every', { minutes: String(minutes) })

const sayGround = (ground: Ground, language: Language) => {
  const key = `ground.${ground}`
  return isMessageKey(key) ? translator(language)(key) : ground
}

/** The last day on which a decision can be contested. */
export function lastDayToAppeal(at: Date): Date {
  const last = new Date(at)
  last.setUTCMonth(last.getUTCMonth() + appealMonths)
  if (last.getUTCDate() !== at.getUTCDate()) last.setUTCDate(0) // 31 August and six months: the last of February, as the database counts.
  return last
}
