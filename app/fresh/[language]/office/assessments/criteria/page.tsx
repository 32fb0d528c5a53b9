import type { Metadata } from 'next'
import { Field, Select } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { nothingHere } from '@/app/fresh/nothing-here'
import { isAdmin } from '@/lib/accounts/rules'
import { address } from '@/lib/addresses'
import { adoptCriteriaAction } from '@/lib/assessment/actions'
import { modes } from '@/lib/assessment/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { whoAssesses } from '../assessing'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ zrobione?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('assessment.adopt.title')} – ${t('site.name')}` }
}

/** New criteria, valid from a day to come. */
export default async function AdoptCriteria({ params, searchParams }: Props) {
  const { language } = await params
  const here = address(language, 'adoptCriteria')
  const viewer = await whoAssesses(language, here)
  if (isAdmin(viewer, null)) nothingHere()
  const t = translator(language)
  return (
    <div className="wrap page narrow-page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}><ol><li><a href={address(language, 'assessments')}>{t('assessment.title')}</a></li></ol></nav>
      <h1>{t('assessment.adopt.title')}</h1>
      {(await searchParams).zrobione && <div className="ds-alert" data-color="success" role="status"><p>{t('assessment.adopt.done')} <a href={address(language, 'assessmentCriteria')}>{t('assessment.criteria.title')}</a></p></div>}
      <p className="lead">{t('assessment.adopt.lead')}</p>
      <Form className="form" action={adoptCriteriaAction} language={language} from={here} values={{ mode: 'idea', validFrom: '', basis: '', apartPercent: '20', days: '14', lines: '' }}>
        <Select name="mode" label={t('assessment.adopt.mode')} options={modes.map((mode) => ({ value: mode, label: t('assessment.mode', { mode }) }))} />
        <Field name="validFrom" type="date" width="short" label={t('assessment.adopt.validFrom')} required />
        <Field name="basis" label={t('assessment.adopt.basis')} required />
        <Field name="apartPercent" inputMode="numeric" width="short" label={t('assessment.adopt.apart')} required />
        <Field name="days" inputMode="numeric" width="short" label={t('assessment.adopt.days')} required />
        <Field name="lines" rows={8} label={t('assessment.adopt.lines')} hint={t('assessment.adopt.linesHint')} required />
        <p><Submit>{t('assessment.adopt.button')}</Submit></p>
      </Form>
    </div>
  )
}
