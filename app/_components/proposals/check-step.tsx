import type { ReactNode } from 'react'
import { Form, Submit } from '@/app/_components/form'
import { address, withQuery, type Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { submitProposalAction } from '@/lib/proposals/actions'
import type { ProposalDraft } from '@/lib/proposals/draft'
import { stepsOf, type Mode } from '@/lib/proposals/modes'
import { completenessOf } from '@/lib/proposals/quality'
import { readProposal } from '@/lib/proposals/reading'
import { Completeness } from './completeness'
import { ProposalWhole } from './content'
import { OwnDownloads } from './downloads'
import { NotAnOffer } from './not-an-offer'
import { ClauseNote } from '../privacy/clause-note'

type Props = {
  id: string
  draft: ProposalDraft
  tasks: readonly { code: string; title: { adopted: string } }[]
  organisation: string
  /** What the organisation has been granted under art. 19a, by year, in grosze. */
  granted: Readonly<Record<string, number>>
  /** Published proposals that resemble this one. */
  similar: readonly { address: Address; title: string }[]
  /** Its files, to be looked over before it is sent. */
  attachments: ReactNode
  language: Language
}

/** What is still missing, in words, each with the way to its step; once nothing is, the whole to read and the button to send it. */
export function CheckStep({ id, draft, tasks, organisation, granted, similar, attachments, language }: Props) {
  const t = translator(language)
  const mode = draft.mode as Mode
  const known = new Set(tasks.map(({ code }) => code))
  const { content } = readProposal(draft, known)
  const steps = stepsOf(mode)
  const here = address(language, 'draftStep', { id, step: String(steps.length) })
  return (
    <>
      <p className="lead">{content ? t('proposal.checkLead') : t('proposal.notYet')}</p>
      <Completeness
        found={completenessOf(draft, known, granted)}
        draft={draft}
        language={language}
        beside={(step, missing) => (
          <a href={withQuery(address(language, 'draftStep', { id, step: String(steps.indexOf(step) + 1) }), { popraw: missing ? '1' : undefined })} aria-label={t('proposal.changeStep', { step: t(`offer.step.${step}`) })}>{t('proposal.change')}</a>
        )}
      />
      {similar.length > 0 && (
        <section className="notice" aria-label={t('offer.similar.title')}>
          <p><b>{t('offer.similar.title')}.</b> {t('offer.similar.lead')}</p>
          <ul>{similar.map(({ address, title }) => <li key={address}><a href={address}>{title}</a></li>)}</ul>
        </section>
      )}
      {content && (
        <section className="preview">
          <h2>{content.title}</h2>
          <ProposalWhole content={content} tasks={tasks.filter(({ code }) => content.tasks.includes(code)).map(({ code, title }) => ({ code, title: title.adopted }))} organisation={organisation} language={language} level="h3" />
        </section>
      )}
      {attachments}
      <NotAnOffer language={language} />
      {content ? <OwnDownloads id={id} title={content.title} language={language} /> : <p>{t('offerForm.download.whenWhole')}</p>}
      {content && (
        <Form action={submitProposalAction} language={language} from={here} hidden={{ id }}>
          <p>{t('proposal.complete')} {t('proposal.afterSubmit')}</p>
          <ClauseNote about="proposal" language={language} />
          <p className="acts"><Submit>{t('proposal.submit')}</Submit></p>
        </Form>
      )}
    </>
  )
}
