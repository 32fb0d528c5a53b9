import { eq } from 'drizzle-orm'
import { command } from '../command'
import type { Tx } from '../db'
import { tag } from '../tags'
import { askQuestion } from '../voting/steps'
import { applyChanges } from './apply'
import { changesTo, currentStrategy } from './changes'
import { canAsk, canImport, cityQuestionInput, importInput } from './rules'
import { taskQuestions, tasks } from './tables'

/** Makes the strategy what the document says. Importing the same again changes nothing. */
export const importStrategy = command({
  event: 'strategy.imported',
  input: importInput,
  load: (tx) => currentStrategy(tx),
  allow: canImport,
  async run({ tx, input, subject }) {
    const changes = changesTo(subject, input)
    await applyChanges(tx, input, changes)
    return { id: 'strategy', changes }
  },
  touches: ({ result }) => (result.changes.length ? [tag.strategy] : []),
})

const taskHeld = async (tx: Tx, { code }: { code: string }) => {
  const [task] = await tx.select({ id: tasks.id, withdrawnAt: tasks.withdrawnAt }).from(tasks).where(eq(tasks.code, code)).for('share')
  return task
}

/** Asks the residents something about a task. */
export const askAboutTask = command({
  event: 'question.asked',
  input: cityQuestionInput,
  limit: { max: 20, minutes: 60 },
  load: taskHeld,
  allow: canAsk,
  async run({ tx, person, input: { kind, opensAt, labels, most, prompt, closesAt, voters, shown }, subject }) {
    const questionId = await askQuestion(tx, kind, { prompt, closesAt, voters, shown, ...(opensAt && { opensAt }), ...(kind === 'choice' && { labels, most }) })
    await tx.insert(taskQuestions).values({ questionId, taskId: subject.id, askedById: person.id })
    return { id: questionId }
  },
  touches: () => [tag.strategy],
})
