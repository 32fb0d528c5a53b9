import type { ReactNode } from 'react'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { ProposalDraft } from '@/lib/proposals/draft'
import type { Mode, TypedStep } from '@/lib/proposals/modes'
import type { Completeness as Found } from '@/lib/proposals/quality'
import { sayPath } from './labels'

type Props = {
  found: Found
  draft: ProposalDraft
  language: Language
  level?: 'h2' | 'h3'
  /** What stands beside a step, such as the way to it. */
  beside?: (step: TypedStep, missing: boolean) => ReactNode
}

/** How complete a proposal is, step by step: what is missing and what could be better, in words. The same for its authors and for the office. */
export function Completeness({ found, draft, language, level: Heading = 'h2', beside }: Props) {
  const t = translator(language)
  const { asked, filled } = found
  return (
    <>
      <p><b>{t(`offer.mode.${draft.mode as Mode}.name`)}.</b> {filled === asked ? t('offer.completeness.all', { asked }) : t('offer.completeness.done', { filled, asked })}</p>
      <meter className="completeness" min={0} max={asked} value={filled} aria-label={t('offer.completeness.title')} />
      <ol className="checked">
        {found.steps.map(({ step, gaps }) => (
          <li key={step} data-whole={gaps.every(({ level }) => level === 'advice') || undefined}>
            <Heading>{t(`offer.step.${step}`)}</Heading>
            {beside?.(step, gaps.some(({ level }) => level === 'required'))}
            {gaps.length === 0 && <p className="quiet">{t('proposal.filled')}</p>}
            {(['required', 'advice'] as const).map((level) => {
              const these = gaps.filter((gap) => gap.level === level)
              return these.length > 0 && (
                <div key={level} className="gaps">
                  <p className={level === 'advice' ? 'quiet' : undefined}>{t(`offer.completeness.${level}`)}</p>
                  <ul>
                    {these.map(({ path, reasons }) => (
                      <li key={path}>
                        <b>{sayPath(path, draft, t)}</b>: {reasons.map(({ key, values }) => t(key, values)).join(' ')}
                      </li>
                    ))}
                  </ul>
                </div>
              )
            })}
          </li>
        ))}
      </ol>
    </>
  )
}
