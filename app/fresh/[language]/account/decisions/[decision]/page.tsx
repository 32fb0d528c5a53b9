import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Acknowledge } from '@/app/_components/moderation/acknowledge'
import { AppealForm } from '@/app/_components/moderation/appeal-form'
import { Statement } from '@/app/_components/moderation/statement'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { appealDecisionAction } from '@/lib/moderation/actions'
import { whyFinal } from '@/lib/moderation/appealing'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { sayTitle } from '@/lib/moderation/statement'
import { getOwnStatement } from '@/lib/moderation/queries/statements'

type Props = { params: Promise<{ language: Language; decision: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('statement.list')} – ${t('site.name')}` }
}

/** A decision about oneself, a comment of one's own or what one's organisation publishes, and how to contest it. */
export default async function OwnDecision({ params }: Props) {
  const { language, decision: id } = await params
  const here = address(language, 'ownDecision', { decision: id })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const decision = isUuid(id) ? await getOwnStatement(viewer, id) : null
  if (!decision) nothingHere()
  const t = translator(language)
  const subject = decision.threadId ? (await getSubjects(viewer, language, [decision.threadId])).get(decision.threadId) : undefined
  return (
    <div className="wrap page narrow">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'account')}>{t('statement.back')}</a></li></ol>
      </nav>
      <h1 style={{ marginBlockStart: '1rem' }}>{sayTitle(decision, language)}</h1>
      <Acknowledge decision={decision} language={language} from={here} />
      <Statement decision={decision} subject={subject} language={language} />
      {!whyFinal(decision) && <AppealForm action={appealDecisionAction} hidden={{ decisionId: id }} language={language} from={here} />}
    </div>
  )
}
