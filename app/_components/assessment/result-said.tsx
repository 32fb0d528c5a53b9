import type { Language } from '@/lib/language'
import type { Result } from '@/lib/assessment/card'
import { translator } from '@/lib/messages'
import { sayPoints } from './words'

type Props = { result: Result; apartPercent: number; places: readonly number[]; language: Language }

/** What came of the cards, and by which rule. */
export function ResultSaid({ result: { total, wants, counted, most, scores }, apartPercent, places, language }: Props) {
  const t = translator(language)
  if (total === null) return <p>{t(wants === 'third' ? 'assessment.result.wantsThird' : 'assessment.result.wantsCards', { percent: apartPercent })}</p>
  const [a, b] = counted.map((place) => places[place]!)
  return (
    <>
      <p className="result-said"><b>{t('assessment.result.said', { total: sayPoints(total, language), most: sayPoints(most, language) })}</b></p>
      <p>{scores.length < 3 ? t('assessment.result.two') : t(counted.length === 3 ? 'assessment.result.all' : 'assessment.result.closest', { a: a ?? 0, b: b ?? 0, percent: apartPercent })}</p>
    </>
  )
}
