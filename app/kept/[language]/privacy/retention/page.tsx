import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_components/site/metadata'
import { Prose } from '@/app/_components/site/prose'
import { languageIn } from '@/app/kept/language'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator, type Translate } from '@/lib/messages'
import { retained, retention, type Retained, type RetentionClass, type RetentionRule } from '@/lib/privacy/retention/rules'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'retention', (t) => t('privacy.retention.title'))

const classes = ['consultation', 'case', 'organisation', 'account', 'technical'] as const satisfies RetentionClass[]

/** For how long what is kept, and what comes then: the very list that the job goes by. */
export default async function Retention({ params }: Props) {
  const language = await languageIn(params)
  const t = translator(language)
  return (
    <Prose language={language} title={t('privacy.retention.title')} lead={t('privacy.retention.lead')}>
      <p>{t('privacy.retention.settled')}</p>
      <p>{t('privacy.retention.noAddresses')}</p>
      {classes.map((name) => (
        <section key={name}>
          <h2 id={name}>{t(`privacy.retention.class.${name}`)}</h2>
          <p>{t(`privacy.retention.classLead.${name}`)}</p>
          <div className="scroll" role="region" tabIndex={0} aria-labelledby={name}>
            <table className="table">
              <thead><tr>{(['what', 'howLong', 'then', 'source'] as const).map((column) => <th key={column} scope="col">{t(`privacy.retention.column.${column}`)}</th>)}</tr></thead>
              <tbody>{retained.filter((what) => retention[what].class === name).map((what) => <Rule key={what} name={what} t={t} />)}</tbody>
            </table>
          </div>
        </section>
      ))}
      <p><a href={address(language, 'privacy')}>{t('privacy.retention.back')}</a></p>
    </Prose>
  )
}

function Rule({ name, t }: { name: Retained; t: Translate }) {
  const rule: RetentionRule = retention[name]
  return (
    <tr>
      <th scope="row">{t(`privacy.retention.entity.${name}`)}</th>
      <td>{howLong(rule, t)}</td>
      <td>{t(`privacy.retention.then.${rule.then}`)}</td>
      <td>{typeof rule.source === 'string' ? t(`privacy.retention.source.${rule.source}`) : <span lang="pl">{rule.source.law}</span>}</td>
    </tr>
  )
}

/** „12 miesięcy po decyzji”; at once where nothing lies between. */
function howLong({ keep, after }: RetentionRule, t: Translate): string {
  if (!keep) return t(`privacy.retention.asLong.${after as 'account' | 'organisation' | 'filePlan' | 'always'}`)
  const [[unit, count]] = Object.entries(keep) as [['minutes' | 'hours' | 'days' | 'months', number]]
  const from = t(`privacy.retention.after.${after as 'made' | 'queued' | 'unused' | 'over' | 'refused' | 'shiftEnded' | 'decided' | 'withdrawn' | 'closed' | 'erased'}`)
  return count ? `${t(`privacy.retention.period.${unit}`, { count })} ${from}` : t('privacy.retention.atOnce', { from })
}
