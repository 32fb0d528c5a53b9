import { command } from '../../command'
import { tag } from '../../tags'
import { answerable } from '../held'
import { heldFor } from '../house-rules'
import { answerInput, canAnswerOfficially } from '../rules'
import { writeOnce } from '../steps'
import { officialAnswers } from '../tables'

/** One answer of the office to several comments of a thread at once: it stands by itself and points at each of them. */
export const answerOfficially = command({
  event: 'comment.answered-officially',
  input: answerInput,
  limit: { max: 20, minutes: 10 },
  load: answerable,
  allow: canAnswerOfficially,
  async run({ tx, person, input: { threadId, answers, body, formKey, goesOn }, subject }) {
    // Whether the window allows it was the policy's question.
    const held = heldFor(body, { ...subject, open: true, vouched: true, goesOn })
    const answer = await writeOnce(tx, { threadId, body, formKey, authorId: person.id, official: true }, held)
    await tx.insert(officialAnswers).values(answers.map((commentId) => ({ answerId: answer.id, commentId }))).onConflictDoNothing()
    return answer
  },
  attests: ({ input }) => ({ text: input.body }),
  touches: ({ input }) => [tag.thread(input.threadId)],
})
