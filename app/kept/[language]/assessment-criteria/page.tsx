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

/** One set. The roles of the table are said, since on a phone each row is laid out as a block. */
function CriteriaOf({ set, language }: { set: CriteriaSet; language: Language }) {
  const t = translator(language)
  const day = sayDate(set.validFrom, language)
  const columns = [t('assessment.criteria.points'), t('assessment.table.weight'), t('assessment.criteria.share')]
  return (
    <div className="office-part">
      <h2 id={`zestaw-${set.id}`}>{t('assessment.mode', { mode: set.mode })}</h2>
      <p className="meta">{t(set.later ? 'assessment.criteria.validLater' : 'assessment.criteria.valid', { day })} <span lang={language === 'pl' ? undefined : 'pl'}>{t('assessment.criteria.basis', { basis: set.basis })}</span></p>
      <table className="table criteria-table" role="table" aria-labelledby={`zestaw-${set.id}`}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{t('assessment.criteria.name')}</th>
            {columns.map((column) => <th key={column} role="columnheader" scope="col" className="number">{column}</th>)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {set.criteria.map((criterion) => {
            const { name, hint, lang } = inWords(criterion, language)
            const numbers = [t('assessment.criteria.pointsOf', { most: criterion.most }), criterion.weight, criterion.most * criterion.weight]
            return (
              <tr key={criterion.id} role="row">
                <th role="rowheader" scope="row" lang={lang}><b>{name}</b><br />{hint}</th>
                {columns.map((column, place) => (
                  <td key={column} role="cell" className="number"><span className="of-card" aria-hidden="true">{column}:</span>{numbers[place]}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
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
