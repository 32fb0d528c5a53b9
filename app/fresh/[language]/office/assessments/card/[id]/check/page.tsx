import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { inWords } from '@/app/_components/assessment/words'
import { Form, Submit } from '@/app/_components/form'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { submitCardAction } from '@/lib/assessment/actions'
import { readCard } from '@/lib/assessment/card'
import { getSheet } from '@/lib/assessment/queries/sheet'
import { mayWriteCard } from '@/lib/assessment/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { whoAssesses } from '../../../assessing'

type Props = { params: Promise<{ language: Language; id: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('assessment.check.title')} – ${t('site.name')}` }
}

/** The whole card once more, with what is missing, before it is handed in for good. */
export default async function CheckCard({ params }: Props) {
  const { language, id } = await params
  const here = address(language, 'checkCard', { id })
  const viewer = await whoAssesses(language, here)
  const card = await getSheet(viewer, id)
  if (!card) nothingHere()
  if (!card.sheet || mayWriteCard(viewer, card.seat)) redirect(address(language, 'assessmentCard', { id }))
  const t = translator(language)
  const { criteria, typed } = card.sheet
  const { problems } = readCard(typed, criteria)
  return (
    <div className="wrap page narrow-page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}><ol><li><a href={address(language, 'assessments')}>{t('assessment.title')}</a></li></ol></nav>
      <h1>{t('assessment.check.title')}</h1>
      <p className="lead" lang={language === 'pl' ? undefined : 'pl'}>{card.title}</p>
      {problems && (
        <div className="notice">
          <p>{t('assessment.check.missing')}</p>
          <ul>{Object.entries(problems).flatMap(([field, reasons]) => reasons.map(({ key, values }) => <li key={field + key}>{t(key, values)}</li>))}</ul>
        </div>
      )}
      <ol className="checked">
        {criteria.map((criterion, place) => {
          const line = typed.find(({ criterion: about }) => about === criterion.id)
          const { name, lang } = inWords(criterion, language)
          return (
            <li key={criterion.id}>
              <h2 lang={lang}>{place + 1}. {name}</h2>
              <b>{!line?.points ? t('assessment.table.noPoints') : /^\d+$/.test(line.points) ? t('assessment.table.of', { points: line.points, most: criterion.most }) : line.points}</b>
              <p style={{ whiteSpace: 'pre-line' }}>{line?.reason || t('assessment.table.noReason')}</p>
            </li>
          )
        })}
      </ol>
      {!problems && (
        <Form action={submitCardAction} language={language} from={here} hidden={{ assessorId: id }}>
          <p>{t('assessment.check.lead')}</p>
          <p><Submit>{t('assessment.check.button')}</Submit></p>
        </Form>
      )}
      <p className="further"><a href={address(language, 'assessmentCard', { id })}>{t('assessment.check.fix')}</a></p>
    </div>
  )
}
