import { Body } from '@/app/_components/discussion/body'
import { sayDate, sayMoney } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { totalOf, type ProposalContent } from '@/lib/proposals/content'
import { sourceKinds } from '@/lib/proposals/modes'
import { shares } from '@/lib/proposals/money'
import { promisesOf, reportSources, spentOf, type ReportContent, type ReportSource } from '@/lib/results/report'
import { PromiseBars, PromiseKey, PromiseTable } from './promises'

type Props = { plan: ProposalContent; content: ReportContent; language: Language; level?: 'h2' | 'h3' }

/** A whole report in the order of the official one (Dz.U. 2018 poz. 2057, annex 5), what was planned beside what came. */
export function WholeReport({ plan, content, language, level: Heading = 'h2' }: Props) {
  const t = translator(language)
  const promises = promisesOf(plan, content)
  const { number, date } = content.contract
  return (
    <div className="proposal report" lang={language === 'pl' ? undefined : 'pl'}>
      {number && <p className="meta" lang={language}>{t('results.report.contract', { number })}{date && ` ${t('results.report.contractOf', { date: sayDate(date, language) })}`}</p>}
      <section lang={language}>
        <Heading>{t('results.report.results')}</Heading>
        <PromiseKey language={language} />
        <PromiseBars promises={promises} language={language} />
        <PromiseTable promises={promises} language={language} />
        {promises.filter(({ deviation }) => deviation).map(({ id, name, deviation }) => (
          <div key={id} lang="pl"><p><b>{name}</b>. <span lang={language}>{t('results.deviation')}:</span></p><Body text={deviation} /></div>
        ))}
      </section>
      <section>
        <Heading lang={language}>{t('results.report.actions')}</Heading>
        <ol className="timeline">
          {content.actions.map(({ id, done, description, deviation }) => (
            <li key={id}>
              <p><b>{plan.actions.find((action) => action.id === id)?.name}</b> <span className="ds-tag" data-size="sm" data-color={done === 'whole' ? 'zielen' : 'neutral'} lang={language}>{t(`results.done.${done}`)}</span></p>
              {description && <Body text={description} />}
              {deviation && <><p className="meta" lang={language}>{t('results.deviation')}:</p><Body text={deviation} /></>}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <Heading lang={language}>{t('results.report.costs')}</Heading>
        <p lang={language}>{t('results.report.spentOf', { spent: sayMoney(spentOf(content), language), planned: sayMoney(totalOf(plan), language) })}</p>
        <Costs plan={plan} content={content} language={language} />
      </section>
      <section lang={language}>
        <Heading>{t('results.report.sources')}</Heading>
        <Sources plan={plan} content={content} language={language} />
        {content.otherPublicFrom && <p>{t('results.report.otherPublicFrom', { name: content.otherPublicFrom })}</p>}
      </section>
      {content.otherIncome && <section><Heading lang={language}>{t('results.report.otherIncome')}</Heading><Body text={content.otherIncome} /></section>}
      {(content.feesTerms || content.feesPayers !== null) && (
        <section>
          <Heading lang={language}>{t('results.report.fees')}</Heading>
          {content.feesTerms && <Body text={content.feesTerms} />}
          {content.feesPayers !== null && <p lang={language}>{t('results.report.feesPayers', { count: content.feesPayers })}</p>}
        </section>
      )}
      {content.additional && <section><Heading lang={language}>{t('results.report.additional')}</Heading><Body text={content.additional} /></section>}
    </div>
  )
}

function Costs({ plan, content, language }: Omit<Props, 'level'>) {
  const t = translator(language)
  const spent = new Map(content.costs.map(({ id, actualGrosze }) => [id, actualGrosze]))
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t('results.report.costs')}>
      <table className="table">
        <caption className="visually-hidden">{t('results.report.costs')}</caption>
        <thead lang={language}><tr><th scope="col">{t('proposal.kind')}</th><th scope="col" className="number">{t('results.check.planned')}</th><th scope="col" className="number">{t('results.check.actual')}</th></tr></thead>
        <tbody>
          {plan.costs.map(({ id, kind, valueGrosze }) => (
            <tr key={id}><th scope="row">{kind}</th><td className="number">{sayMoney(valueGrosze, language)}</td><td className="number">{sayMoney(spent.get(id) ?? 0, language)}</td></tr>
          ))}
        </tbody>
        <tfoot lang={language}><tr><th scope="row">{t('proposal.total')}</th><td className="number">{sayMoney(totalOf(plan), language)}</td><td className="number">{sayMoney(spentOf(content), language)}</td></tr></tfoot>
      </table>
    </div>
  )
}

function Sources({ plan, content, language }: Omit<Props, 'level'>) {
  const t = translator(language)
  const planned = (source: ReportSource) => (sourceKinds.some((kind) => kind === source) ? plan.sources[source as (typeof sourceKinds)[number]] : 0)
  const shown = reportSources.filter((source) => content.sources[source] > 0 || planned(source) > 0)
  const share = shares(shown.map((source) => content.sources[source]))
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t('results.report.sources')}>
      <table className="table">
        <caption className="visually-hidden">{t('results.report.sources')}</caption>
        <thead><tr><th scope="col">{t('proposal.sourceName')}</th><th scope="col" className="number">{t('results.check.planned')}</th><th scope="col" className="number">{t('results.check.actual')}</th><th scope="col" className="number">{t('proposal.share')}</th></tr></thead>
        <tbody>
          {shown.map((source, place) => (
            <tr key={source}><th scope="row">{t(`results.sourceName.${source}`)}</th><td className="number">{sayMoney(planned(source), language)}</td><td className="number">{sayMoney(content.sources[source], language)}</td><td className="number">{share[place]}%</td></tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{t('proposal.total')}</th><td className="number">{sayMoney(totalOf(plan), language)}</td><td className="number">{sayMoney(spentOf(content), language)}</td><td className="number">{spentOf(content) > 0 && '100%'}</td></tr></tfoot>
      </table>
    </div>
  )
}
