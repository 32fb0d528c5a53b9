import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { logo: string | undefined | null; /** Said where the name does not stand beside it. */ name?: string; language: Language; large?: true }

/** An organisation's logo, in a place of its own size; nothing where it has none. */
export function Logo({ logo, name, language, large }: Props) {
  if (!logo) return null
  const side = large ? 160 : 72
  // Drawn by ourselves, small, and kept by the browser for ever: nothing for the framework to do.
  // oxlint-disable-next-line nextjs/no-img-element
  return <img className="logo" src={`/api/logos/${logo}`} alt={name ? translator(language)('file.logoOf', { name }) : ''} width={side} height={side} loading={large ? undefined : 'lazy'} />
}
