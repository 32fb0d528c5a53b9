import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Choices, Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { askAboutTaskAction } from '@/lib/strategy/actions'
import { getTask } from '@/lib/strategy/queries'
import { canAsk, taskCode } from '@/lib/strategy/rules'
import { shownWhen, voters } from '@/lib/voting/rules'

type Props = { params: Promise<{ language: Language; code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, code } = await params
  const t = translator(language)
  return { title: `${t('vote.asking.title', { code })} – ${t('site.name')}` }
}

/** The office asks the residents something about a task. */
export default async function AskAboutTask({ params }: Props) {
  const { language, code } = await params
  const here = address(language, 'askAboutTask', { code })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const task = taskCode.test(code) ? await getTask(viewer, language, code) : null
  if (!task) nothingHere()
  const t = translator(language)
  const objection = canAsk(viewer, task)
  return (
    <div className="wrap page narrow-page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'task', { code })} lang={task.title.lang}>{code} {task.title.text}</a></li></ol>
      </nav>
      <h1 style={{ marginBlock: '1rem' }}>{t('vote.asking.title', { code })}</h1>
      {objection ? <div className="notice"><p>{t(objection.key, objection.values)}</p></div> : (
        <>
          <p className="lead">{t('vote.asking.lead')}</p>
          <Form className="form" action={askAboutTaskAction} language={language} from={here} hidden={{ code }} values={{ kind: 'choice', most: '1', voters: 'signed-in', shown: 'always' }}>
            <Field name="prompt" label={t('vote.asking.prompt')} hint={t('vote.asking.promptHint')} required />
            <Choices name="kind" legend={t('vote.asking.kind')} options={(['choice', 'score', 'opinion'] as const).map((value) => ({ value, label: t(`vote.asking.kinds.${value}`) }))} />
            <Field name="labels" label={t('vote.asking.labels')} hint={t('vote.asking.labelsHint')} rows={5} />
            <Field name="most" label={t('vote.asking.most')} inputMode="numeric" width="short" />
            <Field name="opensAt" type="datetime-local" label={t('vote.asking.opensAt')} hint={t('vote.asking.opensAtHint')} width="middle" />
            <Field name="closesAt" type="datetime-local" label={t('vote.asking.closesAt')} hint={t('vote.asking.closesAtHint')} width="middle" />
            <Choices name="voters" legend={t('vote.asking.voters')} options={voters.map((value) => ({ value, label: t(`vote.voters.${value}`) }))} />
            <Choices name="shown" legend={t('vote.asking.shown')} options={shownWhen.map((value) => ({ value, label: t(`vote.shown.${value}`) }))} />
            <p><Submit>{t('vote.asking.send')}</Submit></p>
          </Form>
        </>
      )}
    </div>
  )
}
