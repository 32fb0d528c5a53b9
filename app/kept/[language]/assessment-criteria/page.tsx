import type { Metadata } from 'next'
import { inWords } from '@/app/_components/assessment/words'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { keepNoLongerThan, keepUntilTouched } from '@/app/kept/kept'
import { getNextCriteria, listCriteriaSets, type CriteriaSet } from '@/lib/assessment/queries/criteria'
import { sayDate } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { tag } from '@/lib/tags'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'assessmentCriteria', (t) => t('assessment.criteria.title'))

/** What proposals are assessed by, and how a result comes about. */
export default async function AssessmentCriteria({ params }: Props) {
  const language = await languageIn(params)
  const t = translator(language)
  const sets = await keptCriteria()
  return (
    <div className="wrap page">
      <h1>{t('assessment.criteria.title')}</h1>
      <p className="lead">{t('assessment.criteria.lead')}</p>
      <section className="office-part prose">
        <h2>{t('assessment.criteria.how')}</h2>
        <ol>{(['how1', 'how2', 'how3', 'how4'] as const).map((step) => <li key={step}>{t(`assessment.criteria.${step}`)}</li>)}</ol>
      </section>
      {sets.map((set) => <CriteriaOf key={set.id} set={set} language={language} />)}
    </div>
  )
}

function CriteriaOf({ set, language }: { set: CriteriaSet; language: Language }) {
  const t = translator(language)
  const day = sayDate(set.validFrom, language)
  return (
    <div className="office-part">
      <h2 id={`zestaw-${set.id}`}>{t('assessment.mode', { mode: set.mode })}</h2>
      <p className="meta">{t(set.later ? 'assessment.criteria.validLater' : 'assessment.criteria.valid', { day })} <span lang={language === 'pl' ? undefined : 'pl'}>{t('assessment.criteria.basis', { basis: set.basis })}</span></p>
      <div className="scroll" role="region" tabIndex={0} aria-labelledby={`zestaw-${set.id}`}>
        <table className="table">
          <thead>
            <tr><th scope="col">{t('assessment.criteria.name')}</th><th scope="col" className="number">{t('assessment.criteria.points')}</th><th scope="col" className="number">{t('assessment.table.weight')}</th><th scope="col" className="number">{t('assessment.criteria.share')}</th></tr>
          </thead>
          <tbody>
            {set.criteria.map((criterion) => {
              const { name, hint, lang } = inWords(criterion, language)
              return (
                <tr key={criterion.id}>
                  <th scope="row" lang={lang}><b>{name}</b><br />{hint}</th>
                  <td className="number">{t('assessment.criteria.pointsOf', { most: criterion.most })}</td>
                  <td className="number">{criterion.weight}</td>
                  <td className="number">{criterion.most * criterion.weight}</td>
                </tr>
              )
            })}
          </tbody>
          <tfoot><tr><th scope="row" colSpan={3}>{t('assessment.table.total')}</th><td className="number">{set.most}</td></tr></tfoot>
        </table>
      </div>
      <p>{t('assessment.criteria.apart', { percent: set.apartPercent, points: Math.floor((set.apartPercent * set.most) / 100), most: set.most })}</p>
    </div>
  )
}

async function keptCriteria() {
  'use cache'
  keepUntilTouched(tag.criteria)
  const [sets, next] = await Promise.all([listCriteriaSets(null), getNextCriteria(null)])
  keepNoLongerThan(next)
  return sets
}
