import type { ReactNode } from 'react'
import type { ClauseVersion } from '@/lib/clauses'
import type { Language } from '@/lib/language'
import { PrivacyEn } from './2026-11-27/en'
import { PrivacyPl } from './2026-11-27/pl'

type Wording = (props: { children?: ReactNode }) => ReactNode

/** What each version of the information clause says. A new one is a new folder; those before stay as they were (clauses.test.ts). */
export const wordings: Record<ClauseVersion, Record<Language, Wording>> = {
  '2026-11-27': { pl: PrivacyPl, en: PrivacyEn },
}
