'use server'
import { action } from '../action'
import { address, withQuery, type Address } from '../addresses'
import { appealAsReporter, appealByLink, appealDecision, answerAppeal } from './commands/appeals'
import { decideOnComment, lockThread, unlockThread } from './commands/decisions'
import { decideOnPublication } from './commands/publications'
import { reportContent, reportIllegal, reportWithoutAccount } from './commands/reports'
import { acknowledgeWarning, confirmBan, liftSanction, sanctionPerson } from './commands/sanctions'

type Sent = Parameters<Parameters<typeof action<unknown>>[1]['then']>[1]

/** The receipt: the number, what happens next, and the way back to where the comment was read. */
const toItsReceipt = ({ number }: { number: string }, { language, from }: Sent) =>
  withQuery(address(language, 'reportStatus', { number }), { nowe: 'tak', powrot: new URL(from, 'http://here').searchParams.get('powrot') ?? undefined })

export const reportContentAction = action(reportContent, { draft: 'report', then: toItsReceipt })
export const reportWithoutAccountAction = action(reportWithoutAccount, { then: toItsReceipt })
export const reportIllegalAction = action(reportIllegal, { then: toItsReceipt })

/** On to the rest of the queue, which says what was done. */
export const decideOnCommentAction = action(decideOnComment, {
  then: ({ kind }, { language }) => withQuery(address(language, 'moderation'), { zrobione: kind }),
})

export const decideOnPublicationAction = action(decideOnPublication, {
  then: ({ kind, about }, { language }) => withQuery(address(language, 'moderation'), { zrobione: kind, co: about }),
})

/** Back to the page of the case, at what is said of its discussion. */
const atTheThread = (_: unknown, { from }: Sent) => `${from.split('#')[0]}#dyskusja` as Address

export const lockThreadAction = action(lockThread, { then: atTheThread })
export const unlockThreadAction = action(unlockThread, { then: atTheThread })

const savedAs = (from: Address, zapisano: string) => withQuery(from.split(/[?#]/)[0] as Address, { zapisano })
const saved = (_: unknown, { from }: Sent) => savedAs(from, 'tak')

export const sanctionPersonAction = action(sanctionPerson, { then: (_, { from, values }) => savedAs(from, values.kind === 'ban' ? 'propozycja' : 'tak') })
export const confirmBanAction = action(confirmBan, { then: (_, { from }) => savedAs(from, 'blokada') })
export const liftSanctionAction = action(liftSanction, { then: saved })
export const answerAppealAction = action(answerAppeal, { then: (_, { language }) => withQuery(address(language, 'moderateAppeals'), { zapisano: 'tak' }) })

/** Back to the page with the decision, at what became of the appeal. */
const atTheAppeal = (_: unknown, { from }: Sent) => `${from.split('#')[0]}#odwolanie` as Address

export const appealDecisionAction = action(appealDecision, { then: atTheAppeal })
export const appealByLinkAction = action(appealByLink, { then: atTheAppeal })
export const appealAsReporterAction = action(appealAsReporter, { then: atTheAppeal })
export const acknowledgeWarningAction = action(acknowledgeWarning, { then: (_, { from }) => `${from.split('#')[0]}#ostrzezenie` as Address })
