import { ResultSaid } from '@/app/_components/assessment/result-said'
import { address } from '@/lib/addresses'
import type { getAtTheOffice } from '@/lib/assessment/queries/desk'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { id: string; lead: NonNullable<Awaited<ReturnType<typeof getAtTheOffice>>>['lead']; language: Language }

/** What came of the assessment so far, as far as the viewer may see, and the way to who assesses and to the cards. */
export function AssessmentSoFar({ id, lead, language }: Props) {
  const t = translator(language)
  return (
    <div>
      {lead?.result && <ResultSaid result={lead.result} apartPercent={lead.apartPercent} places={lead.cards.map(({ place }) => place)} language={language} />}
      <p><a href={address(language, 'assessProposal', { id })}>{t('life.work.assessment')}</a></p>
    </div>
  )
}
