import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** What was said in an organisation's name, with the conversation that it belongs to and its place there. */
export type PlacedVoice = { id: string; body: string; postedAt: Date; title: string; lang: Language; href: string }

/** The newest of what an organisation has said, each leading to its place in the conversation. */
export function OrganisationVoices({ voices, language }: { voices: readonly PlacedVoice[]; language: Language }) {
  const t = translator(language)
  if (!voices.length) return <p className="empty" style={{ marginBlockStart: '1rem' }}>{t('organisation.noVoices')}</p>
  return (
    <ul className="list">
      {voices.map(({ id, body, postedAt, title, lang, href }) => (
        <li key={id}>
          <p style={{ whiteSpace: 'pre-line' }}><bdi>{excerpt(body)}</bdi></p>
          <p className="meta"><time dateTime={postedAt.toISOString()}>{sayDay(postedAt, language)}</time> · <a href={href} lang={lang === language ? undefined : lang}>{title}</a></p>
        </li>
      ))}
    </ul>
  )
}

const excerpt = (text: string) => (text.length > 400 ? `${text.slice(0, Math.max(300, text.lastIndexOf(' ', 400)))}…` : text)
