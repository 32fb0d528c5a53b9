import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import type { Place } from '../discussion/place'

/** Where a task's conversation stands. */
export const taskPlace = (language: Language, { code, threadId }: { code: string; threadId: string }): Place => ({
  threadId,
  page: address(language, 'task', { code }),
  comment: (comment) => address(language, 'taskComment', { code, comment }),
  edit: (comment) => address(language, 'editTaskComment', { code, comment }),
  history: (comment) => address(language, 'taskCommentHistory', { code, comment }),
  answer: address(language, 'answerTask', { code }),
  conversation: address(language, 'taskComments', { code }),
})
