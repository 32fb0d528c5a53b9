import { createTranslator } from 'use-intl/core'
import type { Language } from './language'
import en from './messages/en'
import pl from './messages/pl'
import { bindShortWords } from './text'

type Keys<Tree> = { [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Keys<Tree[Key]>}` }[keyof Tree & string]

/** The address of a sentence in messages/pl, such as `comment.post`. */
export type MessageKey = Keys<typeof pl>
export type MessageValues = Record<string, string | number>
/** Says a message in one language. Values fill its ICU placeholders. */
export type Translate = (key: MessageKey, values?: MessageValues) => string

export const messages = { pl, en } satisfies Record<Language, unknown>

const translators = new Map<Language, Translate>()

/** The translator of a language; Polish has its one-letter words bound to the next. */
export function translator(language: Language): Translate {
  let translate = translators.get(language)
  if (!translate) {
    const t = createTranslator({
      locale: language,
      timeZone: 'Europe/Warsaw',
      messages: messages[language],
      onError(error) {
        throw error
      },
    }) as unknown as Translate
    const say: Translate = language === 'pl' ? (key, values) => bindShortWords(t(key, values)) : t
    const said = new Map<MessageKey, string>() // A page says the same few sentences a hundred times.
    translate = (key, values) => {
      if (values) return say(key, values)
      if (!said.has(key)) said.set(key, say(key))
      return said.get(key)!
    }
    translators.set(language, translate)
  }
  return translate
}

/** Whether a text is a message key, as zod's messages in our schemas are. */
export const isMessageKey = (text: string): text is MessageKey =>
  typeof text.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], pl) === 'string'
