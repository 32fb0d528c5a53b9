import type { Metadata } from 'next'
import { Tick } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { CardFields } from '@/app/_components/voting/card-fields'
import { voteWords, windowInWords } from '@/app/_components/voting/words'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getTaskOfQuestion } from '@/lib/strategy/queries'
import { enterPaperBatchAction } from '@/lib/voting/actions'
import { getQuestion } from '@/lib/voting/queries'
import { canEnterCards } from '@/lib/voting/rules'
import { theClerk } from '../clerk'
import { PaperFields } from '../paper-fields'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ glosowanie?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('office.cards')} – ${t('site.name')}` }
}

/** A batch of voting cards, for its first count. */
export default async function EnterCards({ params, searchParams }: Props) {
  const { glosowanie = '' } = await searchParams
  const { language } = await params
  const here = withQuery(address(language, 'enterCards'), { glosowanie })
  const viewer = await theClerk(language, here)
  const question = isUuid(glosowanie) ? await getQuestion(viewer, glosowanie) : null
  if (!question) nothingHere()
  const task = await getTaskOfQuestion(viewer, language, question.id)
  const t = translator(language)
  const objection = canEnterCards(viewer, { ...question, barred: false })
  return (
    <div className="wrap page narrow-page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}><ol><li><a href={address(language, 'office')}>{t('office.title')}</a></li></ol></nav>
      <h1 style={{ marginBlock: '1rem' }}>{t('office.cards')}</h1>
      <p className="lead">{task && <span lang={task.title.lang}>{task.code} {task.title.text}: </span>}{voteWords(language, question).legend}</p>
      <p>{windowInWords(question, language)} {t('office.waitingHint')}</p>
      {objection ? <div className="notice"><p>{t(objection.key, objection.values)}</p></div> : (
        <Form className="form" action={enterPaperBatchAction} language={language} from={here} hidden={{ questionId: question.id }}>
          <CardFields question={question} language={language} />
          {question.voters === 'verified' && <Tick name="residenceChecked" legend={t('office.residence')} hint={t('office.residenceLead')} label={t('office.residenceChecked')} />}
          <PaperFields language={language} />
          <p><Submit>{t('office.save')}</Submit></p>
        </Form>
      )}
    </div>
  )
}
