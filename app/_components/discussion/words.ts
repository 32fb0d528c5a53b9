import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { CommentWords } from './comment-form'

const words = new Map<Language, CommentWords>()

/** What the comment form says; made on the server, so that no message catalogue goes to the browser, and once, so that it goes there once. */
export function commentWords(language: Language): CommentWords {
  const known = words.get(language)
  if (known) return known
  const t = translator(language)
  const made = {
    yours: t('comment.yours'),
    yourAnswer: t('comment.yourAnswer'),
    hint: t('comment.hint'),
    post: t('comment.post'),
    postAnswer: t('comment.postAnswer'),
    speakAs: t('comment.speakAs'),
    myself: t('comment.myself', { name: '{name}' }),
    problems: {
      'problem.writeSomething': t('problem.writeSomething'),
      'problem.tooLong': t('problem.tooLong', { max: 4000 }),
      'problem.invalid': t('problem.invalid'),
    },
  }
  words.set(language, made)
  return made
}
