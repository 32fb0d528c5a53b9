import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { contentOf, idsOf, type ContentKind } from '@/lib/moderation/contents'
import { getReportable } from '@/lib/moderation/queries/reporting'
import { canReport, canReportOpenly } from '@/lib/moderation/reporting'
import type { Viewer } from '@/lib/person'
import { isUuid } from '@/lib/ids'
import { ruleOptions } from './grounds'
import { HelpNow } from './help-now'
import { Reported } from './reported'
import { ReportForm } from './report-form'
import { ClauseNote } from '../privacy/clause-note'

type Props = {
  contentId: string
  viewer: Viewer
  language: Language
  /** The report page itself, with where to go back to. */
  from: string
  comesBackTo?: string
  values?: { ground?: string; sentence?: string; urgent?: string }
}

/** What is reported and the form for it, or why there is no form. */
export async function Report({ contentId, viewer, language, from, comesBackTo, values }: Props) {
  const content = isUuid(contentId) ? await getReportable(viewer, contentId) : null
  const t = translator(language)
  if (!content) return <div className="notice"><p>{t('objection.missing')}</p></div>
  const objection = content.reported ? { key: 'moderation.objection.reportedBefore' as const } : viewer ? canReport(viewer, content) : canReportOpenly(viewer, content)
  return (
    <>
      <Reported content={content} language={language} />
      {objection ? (
        <div className="notice"><p>{t(objection.key)}</p></div>
      ) : (
        <>
          <HelpNow language={language} />
          <ReportForm content={idsOf(content)} revision={content.revision} signedIn={!!viewer} language={language} from={from} comesBackTo={comesBackTo ?? from} options={ruleOptions(language)} words={reportWords(content.about, language)} values={values} />
          <ClauseNote about="report" language={language} />
          <p><a href={withQuery(address(language, 'reportIllegal', { content: content.id }), { powrot: returnOf(from) })}>{t('moderation.report.illegalLink')}</a></p>
        </>
      )}
    </>
  )
}

/** A report that was written before signing in, to be confirmed: for the page of drafts. */
export const DraftedReport = ({ values, from, language, person }: { values: Record<string, string>; from: string; language: Language; person: Viewer }) => (
  <Report contentId={contentOf(values)?.id ?? ''} viewer={person} language={language} from={from} comesBackTo={from} values={values} />
)

/** Where the page that a form stands on leads back to. */
const returnOf = (from: string) => new URL(from, 'http://here').searchParams.get('powrot') ?? undefined

function reportWords(about: ContentKind, language: Language) {
  const t = translator(language)
  return {
    ground: t('moderation.report.ground'),
    sentence: t('moderation.report.sentence'),
    sentenceHint: t('moderation.report.sentenceHint'),
    urgent: t('moderation.report.urgent'),
    urgentLabel: t('moderation.report.urgentLabel'),
    email: t('moderation.report.email'),
    emailHint: t('moderation.report.emailHint'),
    send: t('moderation.report.send'),
    label: t('moderation.report.title', { about }),
    problems: {
      'moderation.problem.rule': t('moderation.problem.rule'),
      'problem.tooShort': t('problem.tooShort', { min: 5 }),
      'problem.tooLong': t('problem.tooLong', { max: 1000 }),
      'problem.email': t('problem.email'),
      'problem.invalid': t('problem.invalid'),
    },
  }
}

