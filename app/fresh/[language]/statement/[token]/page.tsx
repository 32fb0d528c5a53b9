import type { Metadata } from 'next'
import { AppealForm } from '@/app/_components/moderation/appeal-form'
import { Statement } from '@/app/_components/moderation/statement'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { appealByLinkAction } from '@/lib/moderation/actions'
import { whyFinal } from '@/lib/moderation/appealing'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { sayTitle } from '@/lib/moderation/statement'
import { getStatementByLink } from '@/lib/moderation/queries/statements'

type Props = { params: Promise<{ language: Language; token: string }>; searchParams: Promise<{ logowanie?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('statement.list')} – ${t('site.name')}`, robots: { index: false } }
}

/** What a mailed link opens: the reasons of a decision and the way to contest it, without signing in. */
export default async function StatementByLink({ params, searchParams }: Props) {
  const { language, token: encoded } = await params
  const token = decodeURIComponent(encoded)
  const viewer = await currentViewer()
  const decision = await getStatementByLink(viewer, token)
  if (!decision) nothingHere()
  const t = translator(language)
  const subject = decision.threadId ? (await getSubjects(viewer, language, [decision.threadId])).get(decision.threadId) : undefined
  const here = address(language, 'statement', { token })
  return (
    <div className="wrap page narrow">
      <h1>{sayTitle(decision, language)}</h1>
      {(await searchParams).logowanie && !decision.undoneAt && <div className="notice" role="status"><p>{t('statement.barred')}</p></div>}
      <Statement decision={decision} subject={subject} language={language} />
      {!whyFinal(decision) && <AppealForm action={appealByLinkAction} hidden={{ token }} language={language} from={here} />}
    </div>
  )
}
