import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AttachmentList } from '@/app/_components/files/attachment-list'
import { Attachments } from '@/app/_components/files/attachments'
import { refusedForm } from '@/app/_components/files/refused'
import { CheckStep } from '@/app/_components/proposals/check-step'
import { ProposalWhole } from '@/app/_components/proposals/content'
import { ProposalStanding } from '@/app/_components/proposals/standing'
import { StepForm } from '@/app/_components/proposals/step-form'
import { Steps } from '@/app/_components/proposals/steps'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { readProposal } from '@/lib/proposals/content'
import { stepOf, steps, type ProposalDraft, type TypedStep } from '@/lib/proposals/draft'
import { mayWrite } from '@/lib/proposals/life-cycle'
import { listAttachments } from '@/lib/proposals/queries/attachments'
import { getDraft } from '@/lib/proposals/queries/own'
import { listTasksNamed } from '@/lib/proposals/queries/published'
import type { FormState } from '@/lib/refusal'
import { listTaskTitles } from '@/lib/strategy/queries'

type Props = { params: Promise<{ language: Language; id: string; step: string }>; searchParams: Promise<{ popraw?: string; odmowa?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, step } = await params
  const t = translator(language)
  return { title: `${stepTitle(step, language) ?? t('proposal.newTitle')} – ${t('site.name')}` }
}

/** One step of a proposal's form; the last one checks and sends, and says afterwards where it stands. */
export default async function DraftStep({ params, searchParams }: Props) {
  const { language, id, step: number } = await params
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: address(language, 'draftStep', { id, step: number }) }))
  const title = stepTitle(number, language)
  const proposal = await getDraft(viewer, id)
  if (!proposal || !title) nothingHere()
  const step = steps[Number(number) - 1]!
  const t = translator(language)
  const objection = mayWrite(viewer, { ...proposal, isMember: true, isOwn: true, current: true })
  const sent = !['draft', 'returned'].includes(proposal.state)
  if (sent && step !== 'check') redirect(address(language, 'draftStep', { id, step: String(steps.length) }))
  const name = proposal.draft.title || t('proposal.untitled')
  if (sent) {
    return (
      <div className="wrap page">
        <h1>{name}</h1>
        <p className="meta">{t('proposal.inName', { organisation: proposal.organisation })}</p>
        <ProposalStanding proposal={proposal} language={language} />
        {proposal.content && (
          <section className="preview">
            <h2>{t('proposal.typed')}</h2>
            <ProposalWhole content={proposal.content} tasks={await listTasksNamed(viewer, proposal.content.tasks)} language={language} level="h3" />
            <AttachmentList files={await listAttachments(viewer, id)} language={language} level="h3" />
          </section>
        )}
      </div>
    )
  }
  const tasks = await listTaskTitles(viewer, language)
  const { popraw, odmowa } = await searchParams
  const mend = popraw !== undefined
  const attachments = step === 'check' && <Attachments id={id} files={await listAttachments(viewer, id)} from={address(language, 'draftStep', { id, step: number })} refused={await refusedForm(viewer, odmowa)} language={language} />
  return (
    <div className="wrap page">
      <p className="meta">{name} · {t('proposal.inName', { organisation: proposal.organisation })} · {t('proposal.saved', { date: sayMoment(proposal.savedAt, language) })}</p>
      <h1>{title}</h1>
      <Steps id={id} current={step} language={language} />
      <ProposalStanding proposal={proposal} language={language} />
      {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {!objection && step === 'check' && <CheckStep id={id} draft={proposal.draft} tasks={tasks} attachments={attachments} language={language} />}
      {!objection && step !== 'check' && (
        <StepForm
          id={id}
          step={step}
          draft={proposal.draft}
          revision={proposal.revisions[step] ?? 0}
          tasks={tasks}
          refused={mend ? problemsIn(step, proposal.draft, tasks, language) : undefined}
          language={language}
        />
      )}
    </div>
  )
}

function stepTitle(number: string, language: Language): string | null {
  const step = /^[1-5]$/.test(number) ? steps[Number(number) - 1] : undefined
  const t = translator(language)
  return step ? t('proposal.stepTitle', { number: Number(number), of: steps.length, title: t(`proposal.step.${step}`) }) : null
}

/** What is wrong in a step, as its form would say it. */
function problemsIn(step: TypedStep, draft: ProposalDraft, tasks: readonly { code: string }[], language: Language): FormState | undefined {
  const t = translator(language)
  const { problems = {} } = readProposal(draft, new Set(tasks.map(({ code }) => code)))
  const here = Object.entries(problems).filter(([path]) => stepOf(path) === step)
  return here.length ? { message: t('objection.checkTheForm'), fields: Object.fromEntries(here.map(([path, said]) => [path, said.map(({ key, values }) => t(key, values))])) } : undefined
}
