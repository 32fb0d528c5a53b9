import { bindShortWords } from '@/lib/text'
import type { Title } from '@/lib/strategy/queries'

/** A title of the strategy, its language marked where it is not the page's. */
export function TitleText({ title, language }: { title: Title; language: string }) {
  const text = title.lang === 'pl' ? bindShortWords(title.text) : title.text
  return title.lang === language ? text : <span lang={title.lang}>{text}</span>
}
