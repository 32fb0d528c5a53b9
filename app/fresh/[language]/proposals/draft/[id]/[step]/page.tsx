import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AttachmentList } from '@/app/_components/files/attachment-list'
import { Attachments } from '@/app/_components/files/attachments'
import { refusedForm } from '@/app/_components/files/refused'
import { CheckStep } from '@/app/_components/proposals/check-step'
import { Conflicts } from '@/app/_components/proposals/conflicts'
import { ProposalWhole } from '@/app/_components/proposals/content'
import { ChangeForm } from '@/app/_components/proposals/change-form'
import { OwnMoves } from '@/app/_components/proposals/own-moves'
import { OwnDownloads } from '@/app/_components/proposals/downloads'
import { Notes } from '@/app/_components/proposals/notes'
import { ProposalStanding } from '@/app/_components/proposals/standing'
import { StepForm } from '@/app/_components/proposals/step-form'
import { Steps } from '@/app/_components/proposals/steps'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listConfirmed } from '@/lib/organisations/queries'
import type { ProposalDraft } from '@/lib/proposals/draft'
import { mayChange, mayWrite } from '@/lib/proposals/life-cycle'
import { stepsOf, type Mode, type Step, type TypedStep } from '@/lib/proposals/modes'
import { completenessOf } from '@/lib/proposals/quality'
import { listAttachments } from '@/lib/proposals/queries/attachments'
import { listConflicts, listNotes } from '@/lib/proposals/queries/drafting'
import { getDraft } from '@/lib/proposals/queries/own'
import { listTasksNamed } from '@/lib/proposals/queries/published'
import type { Viewer } from '@/lib/person'
import type { FormState } from '@/lib/refusal'
import { search } from '@/lib/search/queries'
import { questionOf } from '@/lib/search/rules'
import { listTaskTitles } from '@/lib/strategy/queries'

type Props = { params: Promise<{ language: Language; id: string; step: string }>; searchParams: Promise<{ popraw?: string; odmowa?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, id, step } = await params
  const t = translator(language)
  const proposal = await getDraft(await currentViewer(), id)
  const title = proposal && stepAt(step, proposal.draft.mode as Mode) && stepTitle(stepAt(step, proposal.draft.mode as Mode)!, proposal.draft.mode as Mode, language)
  return { title: `${title || t('proposal.newTitle')} – ${t('site.name')}` }
}

/** One step of a proposal's form; the last one checks and sends, and says afterwards where it stands. */
export default async function DraftStep({ params, searchParams }: Props) {
  const { language, id, step: number } = await params
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: address(language, 'draftStep', { id, step: number }) }))
  const proposal = await getDraft(viewer, id)
  const mode = (proposal?.draft.mode ?? 'idea') as Mode
  const step = stepAt(number, mode)
  if (!proposal || !step) nothingHere()
  const t = translator(language)
  const objection = mayWrite(viewer, proposal)
  // What is public can be changed in the same steps; its last one says where it stands.
  const sent = !['draft', 'returned'].includes(proposal.state) && (step === 'check' || mayChange(viewer, proposal) !== null)
  if (sent && step !== 'check') redirect(address(language, 'draftStep', { id, step: String(stepsOf(mode).length) }))
  const here = address(language, 'draftStep', { id, step: String(stepsOf(mode).indexOf(step) + 1) })
  const name = proposal.draft.title || t('proposal.untitled')
  if (sent) {
    return (
      <div className="wrap page">
        <h1>{name}</h1>
        <p className="meta">{t('proposal.inName', { organisation: proposal.organisation })}</p>
        <ProposalStanding proposal={proposal} language={language} />
        {['inProgress', 'reported', 'completed'].includes(proposal.state) && <p><a className="ds-button" href={address(language, 'resultReport', { id })}>{t(proposal.state === 'inProgress' ? 'results.own.write' : 'results.title')}</a></p>}
        <OwnMoves proposal={proposal} viewer={viewer} from={here} language={language} />
        <ChangeForm proposal={proposal} viewer={viewer} known={new Set((await listTaskTitles(viewer, language)).map(({ code }) => code))} from={here} language={language} />
        {proposal.content && <OwnDownloads id={id} title={name} language={language} />}
        {proposal.content && (
          <section className="preview">
            <h2>{t('proposal.typed')}</h2>
            <ProposalWhole content={proposal.content} tasks={await listTasksNamed(viewer, proposal.content.tasks)} organisation={proposal.organisation} language={language} level="h3" />
            <AttachmentList files={await listAttachments(viewer, id)} language={language} level="h3" />
          </section>
        )}
      </div>
    )
  }
  const { popraw, odmowa } = await searchParams
  const mend = popraw !== undefined
  const [tasks, conflicts, notes, partners, similar] = await Promise.all([
    listTaskTitles(viewer, language),
    listConflicts(viewer, id),
    listNotes(viewer, id),
    step === 'applicants' ? listConfirmed(viewer) : [],
    step === 'check' ? similarTo(viewer, proposal.draft.title, language) : [],
  ])
  const attachments = step === 'check' && <Attachments id={id} files={await listAttachments(viewer, id)} from={here} refused={await refusedForm(viewer, odmowa)} language={language} />
  return (
    <div className="wrap page">
      <p className="meta">{name} · {t('proposal.inName', { organisation: proposal.organisation })} · {t('proposal.saved', { date: sayMoment(proposal.savedAt, language) })}</p>
      <h1>{stepTitle(step, mode, language)}</h1>
      <Steps id={id} mode={mode} current={step} language={language} />
      <ProposalStanding proposal={proposal} language={language} />
      {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {!objection && <Conflicts id={id} revision={proposal.revision} draft={proposal.draft} conflicts={conflicts} here={here} language={language} />}
      {!objection && step === 'check' && <CheckStep id={id} draft={proposal.draft} tasks={tasks} organisation={proposal.organisation} granted={proposal.granted} similar={similar} attachments={attachments} language={language} />}
      {!objection && step !== 'check' && (
        <>
          <StepForm
            key={proposal.revision}
            id={id}
            step={step}
            draft={proposal.draft}
            revision={proposal.revision}
            tasks={tasks}
            organisation={proposal.organisation}
            partners={partners.filter(({ name }) => name !== proposal.organisation)}
            refused={mend ? problemsIn(step, proposal.draft, tasks, language) : undefined}
            language={language}
          />
          <Notes id={id} step={step} notes={notes} here={here} language={language} />
        </>
      )}
    </div>
  )
}

/** The step at a place of a mode's form; beyond the last one, which depends on the mode, it is the last. */
function stepAt(number: string, mode: Mode): Step | undefined {
  const steps = stepsOf(mode)
  return /^[1-9]$/.test(number) ? steps[Math.min(Number(number), steps.length) - 1] : undefined
}

function stepTitle(step: Step, mode: Mode, language: Language): string {
  const t = translator(language)
  const steps = stepsOf(mode)
  return t('proposal.stepTitle', { number: steps.indexOf(step) + 1, of: steps.length, title: t(`offer.step.${step}`) })
}

async function similarTo(viewer: Viewer, title: string, language: Language) {
  const { found } = await search(viewer, language, questionOf(title))
  return found.filter(({ kind }) => kind === 'proposal').slice(0, 3).map(({ id, title }) => ({ address: address(language, 'proposal', { slug: id }), title }))
}

/** What is wrong in a step, as its form would say it. */
function problemsIn(step: TypedStep, draft: ProposalDraft, tasks: readonly { code: string }[], language: Language): FormState | undefined {
  const t = translator(language)
  const here = completenessOf(draft, new Set(tasks.map(({ code }) => code))).steps.find((found) => found.step === step)?.gaps ?? []
  if (!here.some(({ level }) => level === 'required')) return undefined
  return { message: t('objection.checkTheForm'), fields: Object.fromEntries(here.map(({ path, reasons }) => [path, reasons.map(({ key, values }) => t(key, values))])) }
}
