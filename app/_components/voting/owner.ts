import { address, type Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { listByQuestions } from '@/lib/proposals/queries/published'
import { getTaskOfQuestion } from '@/lib/strategy/queries'

/** The task or proposal that a question is asked about, to lead back to it; null where there is none to be read. */
export async function ownerOf(language: Language, questionId: string): Promise<{ address: Address; title: string; lang: string } | null> {
  const [task, [proposal]] = await Promise.all([getTaskOfQuestion(null, language, questionId), listByQuestions(null, [questionId])])
  if (task) return { address: address(language, 'task', { code: task.code }), title: `${task.code} ${task.title.text}`, lang: task.title.lang }
  return proposal ? { address: address(language, 'proposal', { slug: proposal.slug }), title: proposal.title, lang: 'pl' } : null
}
