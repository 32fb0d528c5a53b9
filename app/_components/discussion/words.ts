import type { PersonalData } from '@/lib/discussion/personal-data'
import { commentLength, heldReasons, stances, type HeldFor } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator, type Translate } from '@/lib/messages'
import type { ProblemWords } from '../form'
import type { UnreadWords } from './own-unread'

type Counted = Record<'one' | 'few' | 'many', string>
/** What the form of a comment says. */
export type CommentWords = {
  yours: string
  yourAnswer: string
  hint: string
  post: string
  postAnswer: string
  speakAs: string
  myself: string
  office: string
  stance: string
  stances: Record<string, string>
  left: Counted
  over: Counted
  warned: Record<PersonalData['kind'], string>
  warnedWhy: string
  sendAnyway: string
  draftBack: string
  draftDiscard: string
  similar: Record<'title' | 'lead' | 'agree' | 'agreed' | 'agreeWith', string>
  problems: ProblemWords
}

const words = new Map<Language, CommentWords>()

/** What the comment form says; made on the server, so that no message catalogue goes to the browser, and once, so that it goes there once. */
export function commentWords(language: Language): CommentWords {
  const known = words.get(language)
  if (known) return known
  const t = translator(language)
  const counted = (key: 'writing.left' | 'writing.over') => ({ one: t(key, { count: 1 }).replace('1', '#'), few: t(key, { count: 2 }).replace('2', '#'), many: t(key, { count: 5 }).replace('5', '#') })
  const warned = (kind: string) => t('writing.warned', { kind, passage: '{passage}' })
  const made: CommentWords = {
    yours: t('comment.yours'),
    yourAnswer: t('comment.yourAnswer'),
    hint: t('comment.hint'),
    post: t('comment.post'),
    postAnswer: t('comment.postAnswer'),
    speakAs: t('comment.speakAs'),
    myself: t('comment.myself', { name: '{name}' }),
    office: t('writing.office'),
    stance: t('writing.stance'),
    stances: Object.fromEntries([...stances, 'none'].map((stance) => [stance, t('writing.stanceOf', { stance })])),
    left: counted('writing.left'),
    over: counted('writing.over'),
    warned: { pesel: warned('pesel'), account: warned('account'), card: warned('card'), phone: warned('phone'), street: warned('street') },
    warnedWhy: t('writing.warnedWhy'),
    sendAnyway: t('writing.sendAnyway'),
    draftBack: t('writing.draftBack'),
    draftDiscard: t('writing.draftDiscard'),
    similar: { title: t('writing.similar.title'), lead: t('writing.similar.lead'), agree: t('writing.similar.agree'), agreed: t('writing.similar.agreed'), agreeWith: t('writing.similar.agreeWith', { name: '{name}' }) },
    problems: {
      'problem.writeSomething': t('problem.writeSomething'),
      'problem.tooLong': t('problem.tooLong', { max: commentLength }),
      'problem.invalid': t('problem.invalid'),
    },
  }
  words.set(language, made)
  return made
}

/** Tells the writer that their comment waits, why, and what comes next. */
export const sayHeld = (t: Translate, heldFor: HeldFor) => t('writing.held.waits', { why: t(`writing.held.why.${heldFor}`) })

/** What the writer of a comment that others cannot read is told. */
export function unreadWords(language: Language): UnreadWords {
  const t = translator(language)
  const held = Object.fromEntries(heldReasons.map((reason) => [reason, sayHeld(t, reason)])) as UnreadWords['held']
  return { hidden: t('comment.hiddenYours'), why: t('moderation.why', { sentence: '{sentence}' }), held }
}
