import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { cacheTag } from 'next/cache'
import { notFound } from 'next/navigation'
import { AssessmentOf } from '@/app/_components/assessment/assessment-of'
import { Thread } from '@/app/_components/discussion/thread'
import { AttachmentList } from '@/app/_components/files/attachment-list'
import { Partners } from '@/app/_components/partnership/partners'
import { ProposalDetails, ProposalSummary } from '@/app/_components/proposals/content'
import { Life } from '@/app/_components/proposals/life'
import { Downloads } from '@/app/_components/proposals/downloads'
import { NotAnOffer } from '@/app/_components/proposals/not-an-offer'
import { proposalPlace } from '@/app/_components/proposals/place'
import { StateNotice } from '@/app/_components/proposals/state-notice'
import { PromiseBars, PromiseKey, PromiseTable } from '@/app/_components/results/promises'
import { ReportStanding } from '@/app/_components/results/standing'
import { Gone, goneMetadata } from '@/app/_components/moderation/gone'
import { ReportLink } from '@/app/_components/moderation/report-link'
import { pageMetadata } from '@/app/_components/site/metadata'
import { ShareButton } from '@/app/_components/site/share-button'
import { ViewerProvider } from '@/app/_components/site/viewer'
import { Wanted } from '@/app/_components/volunteering/wanted'
import { Vote } from '@/app/_components/voting/vote'
import { languageIn } from '@/app/kept/language'
import { keepNoLongerThan, keepUntilTouched } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import { getOutcome } from '@/lib/assessment/queries/outcome'
import { sayDay } from '@/lib/dates'
import { listBranches } from '@/lib/discussion/queries/branches'
import { getThread } from '@/lib/discussion/queries/threads'
import { isSlug } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listAttachments } from '@/lib/proposals/queries/attachments'
import { listOpenPartnerCalls, listPartners } from '@/lib/partnership/queries'
import { getHidden, getPublished } from '@/lib/proposals/queries/published'
import { listHappenings, listMerged } from '@/lib/proposals/queries/timeline'
import { reportingChangesAt, reportingOf } from '@/lib/results/deadline'
import { getPublishedReport } from '@/lib/results/queries'
import { tag } from '@/lib/tags'
import { listOpenCalls } from '@/lib/volunteering/queries/public'
import { listQuestions } from '@/lib/voting/queries'
import { nextChangeOf } from '@/lib/voting/rules'

type Props = { params: Promise<{ language: Language; slug: string }> }

export const generateStaticParams = () => [{ slug: '__build__' }]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  const shown = isSlug(slug) ? await keptProposal(slug) : null
  if (shown) return pageMetadata(language, 'proposal', () => shown.proposal.content.title, { slug }, { description: shown.proposal.content.summary })
  return isSlug(slug) && (await keptHidden(slug)) ? goneMetadata('proposal', language) : {}
}

export default async function Proposal({ params }: Props) {
  const language = await languageIn(params)
  const { slug } = await params
  const shown = isSlug(slug) ? await keptProposal(slug) : null
  if (!shown) {
    const hidden = isSlug(slug) ? await keptHidden(slug) : null
    if (!hidden) notFound()
    return <Gone about="proposal" ground={hidden.ground} language={language} />
  }
  const { proposal, files, thread, question, tally, page, outcome, formKey, merged, happened, wanted, partners, sought, report, reporting } = shown
  const t = translator(language)
  const forRemarks = thread.closedReason === 'remarks'
  const place = { ...proposalPlace(language, proposal), ...(forRemarks && { answer: address(language, 'answerRemarks', { slug }) }) }
  return (
    <ViewerProvider thread={proposal.threadId} questions={[proposal.questionId]}>
      <div className="wrap task">
        <div className="cols">
          <div className="head">
            <nav className="crumbs" aria-label={t('site.breadcrumb')}>
              <ol><li><a href={address(language, 'proposals')}>{t('proposal.heading')}</a></li></ol>
            </nav>
            <h1 className={proposal.content.title.length > 70 ? 'long' : undefined} style={{ marginBlockStart: '1rem' }}>{proposal.content.title}</h1>
            <p className="meta byline">
              {t('proposal.by')}: <a href={address(language, 'organisation', { slug: proposal.organisation.slug })}><bdi>{proposal.organisation.name}</bdi></a>
              {' · '}
              <time dateTime={proposal.publishedAt.toISOString()}>{t('proposal.published', { date: sayDay(proposal.publishedAt, language) })}</time>
            </p>
            <StateNotice proposal={proposal} merged={merged} happened={happened} remarksUntil={forRemarks ? thread.closesAt : null} now={{ remarksOpen: thread.open }} language={language} />
            {reporting && reporting.stands !== 'public' && <ReportStanding reporting={reporting} language={language} />}
            <ProposalSummary content={proposal.content} language={language} />
          </div>
          <aside>
            <Vote question={question} tally={tally} language={language} from={place.page} />
            <div className="rest stack">
              <NotAnOffer language={language} />
              <Downloads slug={slug} title={proposal.content.title} language={language} />
              <section className="follow"><ShareButton label={t('task.share')} done={t('task.copied')} title={proposal.content.title} /></section>
              <ReportLink content={{ about: 'proposal', id: proposal.id }} from={place.page} language={language} />
            </div>
          </aside>
          <div className="talk">
            <ProposalDetails organisation={proposal.organisation.name} content={proposal.content} tasks={proposal.tasks} language={language} />
            {report && (
              <section className="kept-promises" aria-labelledby="obietnice">
                <h2 id="obietnice">{t('results.kept')}</h2>
                <p>{t('results.keptLead', { date: sayDay(report.acceptedAt, language) })}</p>
                <PromiseKey language={language} />
                <PromiseBars promises={report.promises} language={language} />
                <PromiseTable promises={report.promises} language={language} />
                <p><a href={address(language, 'proposalResults', { slug })}>{t('results.whole')}</a> · <a href={`/api/v1/outcomes?proposal=${slug}&format=csv`}>{t('results.csv')}</a></p>
              </section>
            )}
            <AttachmentList files={files} language={language} />
            <Life happened={happened} language={language} />
            <AssessmentOf outcome={outcome} language={language} />
            <Partners partners={partners} calls={sought} language={language} />
            <Wanted calls={wanted} title={t('volunteering.atProposal')} language={language} />
            <section aria-labelledby="komentarze">
              <Thread formKey={formKey} state={thread} page={page} place={place} language={language} />
            </section>
          </div>
        </div>
      </div>
    </ViewerProvider>
  )
}

/** When a day is surely over by the city’s clock, which is ahead of UTC. */
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)

/** That moderation hides it, where it does. */
async function keptHidden(slug: string) {
  'use cache'
  keepUntilTouched(tag.proposals)
  return getHidden(null, slug)
}

/** All that the page shows, kept until the proposal, its thread or its question changes. */
async function keptProposal(slug: string) {
  'use cache'
  keepUntilTouched(tag.proposals, tag.strategy, tag.organisations, tag.names, tag.volunteering, tag.network)
  const proposal = await getPublished(null, slug)
  if (!proposal) return null
  cacheTag(tag.proposal(proposal.id), tag.thread(proposal.threadId), tag.question(proposal.questionId))
  const [thread, [asked], page, merged, happened, outcome, files, wanted, partners, sought, report] = await Promise.all([
    getThread(null, proposal.threadId),
    listQuestions(null, [proposal.questionId]),
    listBranches(null, proposal.threadId),
    listMerged(null, proposal.id),
    listHappenings(null, proposal.id),
    getOutcome(null, proposal.id),
    listAttachments(null, proposal.id),
    listOpenCalls(null, { proposalId: proposal.id }),
    listPartners(null, { proposalId: proposal.id }),
    listOpenPartnerCalls(null, { proposalId: proposal.id }),
    proposal.state === 'completed' ? getPublishedReport(null, slug) : null,
  ])
  // The supports of what it is merged with are shown beside it.
  cacheTag(...[merged.into, ...merged.here].filter((other) => other !== null).map((other) => tag.question(other.questionId)))
  cacheTag(...files.map(({ id }) => tag.file(id)))
  const reporting = reportingOf(proposal.state, proposal.content.to)
  keepNoLongerThan(thread!.closesAt, nextChangeOf(asked!.question), ...wanted.map(({ next }) => next), ...sought.map(({ until }) => dayAfter(until)), reportingChangesAt(proposal.state, proposal.content.to))
  return { proposal, files, thread: thread!, ...asked!, page, outcome, merged, happened, wanted, partners, sought, report, reporting, formKey: randomUUID() }
}
