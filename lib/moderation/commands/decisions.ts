import { command } from '../../command'
import { lockThread as lock, unlockThread as unlock } from '../../discussion/steps'
import { tag } from '../../tags'
import { answerReports, carryOut, undo, whatHides } from '../effects'
import { commentLocked, threadHeld } from '../held'
import { tellConcerned, tellReporters } from '../letter'
import { canDecide, decisionInput, lockInput, moves, unlockInput, type Ground } from '../rules'
import { isStated } from '../statement'
import { decisions } from '../tables'

const quicker = { decisions_by_claimer: { key: 'desk.objection.claimed' }, decisions_one_at_a_time: { key: 'moderation.objection.alreadyDecided' }, decisions_undone_once: { key: 'moderation.objection.alreadyDecided' } } as const

/**
 * Hides, removes, redacts, keeps or restores a comment, and answers every report and check of it that waits. Its author
 * is told why, and how to appeal; those who reported are told the outcome.
 */
export const decideOnComment = command({
  event: 'comment.judged',
  input: decisionInput,
  limit: { max: 300, minutes: 60 },
  load: commentLocked,
  allow: canDecide,
  async run({ tx, person, input, subject }) {
    const { commentId, kind, sentence } = input
    const ground = moves[kind].namesRule ? (input.ground as Ground) : 'none'
    const hiding = kind === 'restore' ? await whatHides(tx, commentId) : undefined
    const [decision] = await tx
      .insert(decisions)
      .values({
        commentId,
        kind,
        sentence,
        ground,
        law: ground === 'illegal' ? input.law : null,
        authorId: subject.authorId,
        moderatorId: person.id,
        origin: subject.reported ? 'report' : 'own',
        foundByCheck: subject.state === 'held',
        afterId: subject.newest,
        undoesId: hiding?.id,
      })
      .returning()
    const answered = await answerReports(tx, commentId, decision!.id)
    await carryOut(tx, { decisionId: decision!.id, commentId, kind, ground, passage: kind === 'redact' ? input.passage : undefined })
    if (kind === 'restore') await undo(tx, { kind: hiding?.kind ?? 'hide', commentId })
    if (isStated(kind)) await tellConcerned(tx, { ...decision!, kind, personId: subject.authorId, comment: { id: commentId, threadId: subject.threadId } })
    await tellReporters(tx, answered, { kind, sentence, at: decision!.at })
    return { id: decision!.id, kind }
  },
  touches: ({ input, subject }) => (input.kind === 'keep' && subject.state !== 'held' ? [tag.ledger] : [tag.thread(subject.threadId), tag.ledger]),
  conflicts: quicker,
})

const threadToLock = threadHeld('lock')
const threadToUnlock = threadHeld('unlock')

/** Takes no more comments in a thread; those that are there stay to be read. */
export const lockThread = command({
  event: 'thread.locked',
  input: lockInput,
  load: threadToLock,
  allow: canDecide,
  async run({ tx, person, input: { threadId, ground, law, sentence }, subject }) {
    await lock(tx, threadId, person)
    const [decision] = await tx
      .insert(decisions)
      .values({ threadId, ground, law: ground === 'illegal' ? law : null, sentence, kind: 'lock', moderatorId: person.id, afterId: subject.newest })
      .returning({ id: decisions.id })
    return decision!
  },
  touches: ({ input }) => [tag.thread(input.threadId), tag.ledger],
  conflicts: quicker,
})

/** Takes comments in it again. */
export const unlockThread = command({
  event: 'thread.unlocked',
  input: unlockInput,
  load: threadToUnlock,
  allow: canDecide,
  async run({ tx, person, input: { threadId, sentence }, subject }) {
    await unlock(tx, threadId)
    const [decision] = await tx.insert(decisions).values({ threadId, ground: 'none', sentence, kind: 'unlock', moderatorId: person.id, afterId: subject.newest }).returning({ id: decisions.id })
    return decision!
  },
  touches: ({ input }) => [tag.thread(input.threadId), tag.ledger],
  conflicts: quicker,
})
