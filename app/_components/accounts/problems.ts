import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { ProblemWords } from '../form'

export const signInProblems = (language: Language): ProblemWords => ({ 'problem.email': translator(language)('problem.email') })

export function nameProblems(language: Language): ProblemWords {
  const t = translator(language)
  return {
    'problem.nameLength': t('problem.nameLength', { min: 2, max: 40 }),
    'problem.nameHasAddress': t('problem.nameHasAddress'),
    'problem.nameLetters': t('problem.nameLetters'),
    'problem.nameScripts': t('problem.nameScripts'),
    'problem.nameOfficial': t('problem.nameOfficial'),
  }
}
