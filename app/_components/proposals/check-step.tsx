import type { ReactNode } from 'react'
import { Form, Submit } from '@/app/_components/form'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { submitProposalAction } from '@/lib/proposals/actions'
import { readProposal } from '@/lib/proposals/content'
import { stepOf, steps, type ProposalDraft } from '@/lib/proposals/draft'
import { ProposalWhole } from './content'
import { NotAnOffer } from './not-an-offer'
import { sayPath } from './paths'

type Props = { id: string; draft: ProposalDraft; tasks: readonly { code: string; title: { adopted: string } }[]; /** Its files, to be looked over before it is sent. */ attachments: ReactNode; language: Language }

/** What is still missing, in words, each with the way to its step; once nothing is, the whole to read and the button to send it. */
export function CheckStep({ id, draft, tasks, attachments, language }: Props) {
  const t = translator(language)
  const here = address(language, 'draftStep', { id, step: String(steps.length) })
  const { content, problems = {} } = readProposal(draft, new Set(tasks.map(({ code }) => code)))
  const to = (step: string, mend: boolean) => withQuery(address(language, 'draftStep', { id, step: String(steps.indexOf(step as (typeof steps)[number]) + 1) }), { popraw: mend ? '1' : undefined })
  return (
    <>
      <p className="lead">{content ? t('proposal.checkLead') : t('proposal.notYet')}</p>
      <ol className="checked">
        {steps.slice(0, -1).map((step) => {
          const wrong = Object.entries(problems).filter(([path]) => stepOf(path) === step)
          return (
            <li key={step} data-whole={wrong.length === 0 || undefined}>
              <h2>{t(`proposal.step.${step}`)}</h2>
              <a href={to(step, wrong.length > 0)} aria-label={t('proposal.changeStep', { step: t(`proposal.step.${step}`) })}>{t('proposal.change')}</a>
              {wrong.length === 0 && <p className="quiet">{t('proposal.filled')}</p>}
              {wrong.length > 0 && (
                <ul>
                  {wrong.map(([path, said]) => (
                    <li key={path}>
                      <b>{sayPath(path, t)}</b>: {said.map(({ key, values }) => t(key, values)).join(' ')}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
      {content && (
        <section className="preview">
          <h2>{content.title}</h2>
          <ProposalWhole content={content} tasks={tasks.filter(({ code }) => content.tasks.includes(code)).map(({ code, title }) => ({ code, title: title.adopted }))} language={language} level="h3" />
        </section>
      )}
      {attachments}
      <NotAnOffer language={language} />
      {content && (
        <Form action={submitProposalAction} language={language} from={here} hidden={{ id }}>
          <p>{t('proposal.complete')} {t('proposal.afterSubmit')}</p>
          <p className="acts"><Submit>{t('proposal.submit')}</Submit></p>
        </Form>
      )}
    </>
  )
}
