import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Choices, Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address, withQuery } from '@/lib/addresses'
import { enterPaperVoiceAction } from '@/lib/discussion/actions'
import { getThread } from '@/lib/discussion/queries/threads'
import { canEnterPaper, stances } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getTask } from '@/lib/strategy/queries'
import { taskCode } from '@/lib/strategy/rules'
import { theClerk } from '../clerk'
import { PaperFields } from '../paper-fields'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ zadanie?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('office.voice')} – ${t('site.name')}` }
}

/** A voice that came on paper, word for word. */
export default async function EnterVoice({ params, searchParams }: Props) {
  const { zadanie = '' } = await searchParams
  const { language } = await params
  const here = withQuery(address(language, 'enterVoice'), { zadanie })
  const viewer = await theClerk(language, here)
  const task = taskCode.test(zadanie) ? await getTask(viewer, language, zadanie) : null
  const thread = task && (await getThread(viewer, task.threadId))
  if (!thread) nothingHere()
  const t = translator(language)
  const objection = canEnterPaper(viewer, thread)
  return (
    <div className="wrap page narrow-page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}><ol><li><a href={address(language, 'office')}>{t('office.title')}</a></li></ol></nav>
      <h1 style={{ marginBlock: '1rem' }}>{t('office.voice')}</h1>
      <p className="lead" lang={task.title.lang}>{task.code} {task.title.text}</p>
      {objection ? <div className="notice"><p>{t(objection.key, objection.values)}</p></div> : (
        <Form className="form" action={enterPaperVoiceAction} language={language} from={here} hidden={{ threadId: task.threadId, formKey: randomUUID() }} values={{ stance: '', goesOn: '' }}>
          <Field name="body" rows={6} label={t('office.text')} required />
          <Choices name="stance" legend={t('office.stance')} options={[...stances, ''].map((value) => ({ value, label: t('writing.stanceOf', { stance: value || 'none' }) }))} />
          <Field name="signature" label={t('office.signature')} hint={t('office.signatureHint')} width="middle" />
          <PaperFields language={language} />
          <Choices name="goesOn" legend={t('office.personal')} options={[{ value: '', label: t('office.personalNone') }, { value: 'yes', label: t('office.personalSome') }]} />
          <p><Submit>{t('office.save')}</Submit></p>
        </Form>
      )}
    </div>
  )
}
