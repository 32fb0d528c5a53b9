import { Field, Group, Select, Tick } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { sayNumber } from '@/app/_components/proposals/numbers'
import { address } from '@/lib/addresses'
import { sayMoney } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { sourceKinds } from '@/lib/proposals/modes'
import type { FormState } from '@/lib/refusal'
import { saveReportAction } from '@/lib/results/actions'
import type { getReport } from '@/lib/results/queries'
import { degrees, reportSources } from '@/lib/results/report'

type Props = { report: NonNullable<Awaited<ReturnType<typeof getReport>>>; refused?: FormState; language: Language }

/** A report, holding what was typed before, in the order of the official one; what was planned stands beside each field. */
export function ReportForm({ report: { id, plan, draft, revision, conflicts }, refused, language }: Props) {
  const t = translator(language)
  const clash = (path: string) => {
    const conflict = conflicts.find((conflict) => conflict.path === path)
    return conflict && (
      <div className="notice clash">
        <Tick name={`mine.${conflict.id}`} legend={t('results.form.conflict')} hint={conflict.mine ? t('results.form.yours', { text: conflict.mine }) : t('results.form.yoursEmpty')} label={t('results.form.useMine')} />
      </div>
    )
  }
  const field = (path: string, label: string, more: { hint?: string; rows?: number; inputMode?: 'decimal' | 'numeric'; width?: 'short' | 'middle' } = {}) => (
    <div key={path}><Field name={path} label={label} {...more} />{clash(path)}</div>
  )
  const planned = (source: string) => sourceKinds.find((kind) => kind === source)
  return (
    <Form key={revision} className="form wide report-form" action={saveReportAction} language={language} from={address(language, 'resultReport', { id })} hidden={{ id, revision: String(revision) }} values={draft} refused={refused}>
      {/* What the Enter key sends. */}
      <button type="submit" name="go" value="stay" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <Group name="contract" legend={t('results.form.head')} className="rows">
        {field('contractNumber', t('results.form.contractNumber'), { width: 'middle' })}
        {field('contractDate', t('results.form.contractDate'), { width: 'middle', hint: t('results.form.dateHint') })}
      </Group>
      <Group name="results" legend={t('results.form.results')} hint={t('results.form.resultsHint')} className="rows">
        {plan.results.map(({ id, name, targetThousandths, unit }) => (
          <Group key={id} name={`results.${id}`} legend={name} className="row">
            {field(`results.${id}.achieved`, t('results.form.achieved'), { hint: t('results.form.achievedHint', { value: `${sayNumber(targetThousandths, language)} ${unit}` }), inputMode: 'decimal', width: 'short' })}
            {field(`results.${id}.measuring`, t('results.form.measuring'), { rows: 2 })}
            {field(`results.${id}.source`, t('results.form.source'), { rows: 2 })}
            {field(`results.${id}.deviation`, t('results.form.deviation'), { rows: 3, hint: t('results.form.deviationHint') })}
          </Group>
        ))}
      </Group>
      <Group name="actions" legend={t('results.form.actions')} hint={t('results.form.actionsHint')} className="rows">
        {plan.actions.map(({ id, name }) => (
          <Group key={id} name={`actions.${id}`} legend={name} className="row">
            <Select name={`actions.${id}.done`} label={t('results.form.done')} options={[{ value: '', label: t('results.done.choose') }, ...degrees.map((degree) => ({ value: degree, label: t(`results.done.${degree}`) }))]} />
            {clash(`actions.${id}.done`)}
            {field(`actions.${id}.description`, t('results.form.description'), { rows: 4 })}
            {field(`actions.${id}.deviation`, t('results.form.deviation'), { rows: 3, hint: t('results.form.actionDeviationHint') })}
          </Group>
        ))}
      </Group>
      <Group name="costs" legend={t('results.form.costs')} hint={t('results.form.costsHint')} className="rows">
        {plan.costs.map(({ id, kind, valueGrosze }) => field(`costs.${id}.actual`, t('results.form.actual', { kind }), { hint: t('results.form.planned', { value: sayMoney(valueGrosze, language) }), inputMode: 'decimal', width: 'short' }))}
      </Group>
      <Group name="sources" legend={t('results.form.sources')} hint={t('results.form.sourcesHint')} className="rows">
        {reportSources.map((source) => {
          const kind = planned(source)
          return field(`sources.${source}`, t(`results.sourceName.${source}`), { hint: kind && t('results.form.planned', { value: sayMoney(plan.sources[kind], language) }), inputMode: 'decimal', width: 'short' })
        })}
        {field('otherPublicFrom', t('results.form.otherPublicFrom'))}
      </Group>
      {field('otherIncome', t('results.form.otherIncome'), { rows: 3 })}
      <Group name="fees" legend={t('results.form.fees')} className="rows">
        {field('feesTerms', t('results.form.feesTerms'), { rows: 3 })}
        {field('feesPayers', t('results.form.feesPayers'), { inputMode: 'numeric', width: 'short' })}
      </Group>
      {field('additional', t('results.form.additional'), { rows: 4 })}
      <p className="acts">
        <Submit name="go" value="check">{t('results.form.check')}</Submit>
        <Submit name="go" value="stay" variant="secondary">{t('results.form.stay')}</Submit>
        <Submit name="go" value="later" variant="tertiary">{t('results.form.later')}</Submit>
      </p>
    </Form>
  )
}
