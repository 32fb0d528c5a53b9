import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Mode } from '@/lib/proposals/modes'

type Part = 'I2' | 'II1' | 'III1' | 'III2' | 'III3' | 'III4' | 'III5' | 'III6' | 'IV1' | 'IV2' | 'VA' | 'VB' | 'VC' | 'VI1' | 'VI2' | 'VI3'

/** Under which headings of the official offer form (Dz.U. 2018 poz. 2057) something will stand; verbatim, so always in Polish. */
export function Official({ parts, mode, language }: { parts: readonly Part[]; mode: Mode; language: Language }) {
  if (mode !== 'smallGrant' && mode !== 'openCall') return null
  const t = translator(language)
  return (
    <p className="official">
      {t('offer.official')}{' '}
      {parts.map((part, place) => <span key={part}>{place > 0 && '; '}<q lang="pl">{translator('pl')(`offer.law.${part}`)}</q></span>)}
    </p>
  )
}
