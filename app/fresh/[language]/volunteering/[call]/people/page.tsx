import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { ShiftFields } from '@/app/_components/volunteering/call-fields'
import { ManagedShift } from '@/app/_components/volunteering/managed-shift'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { addVolunteerShiftAction, closeVolunteerCallAction } from '@/lib/volunteering/actions'
import { getCallToManage, listVolunteers } from '@/lib/volunteering/queries/desk'
import { mayChangeCall, mayCloseCall } from '@/lib/volunteering/rules'
import { done } from '@/lib/volunteering/said'

type Props = { params: Promise<{ language: Language; call: string }>; searchParams: Promise<{ zrobiono?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('volunteering.desk.title')} – ${t('site.name')}` }
}

/** The organisers' page of a call: who signed up, who came, what changes. The desk may only close it, and sees nobody's name. */
export default async function Volunteers({ params, searchParams }: Props) {
  const { language, call: id } = await params
  const here = address(language, 'volunteers', { call: id })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const call = await getCallToManage(viewer, id)
  if (!call) nothingHere()
  const { zrobiono } = await searchParams
  const said = done.find((what) => what === zrobiono)
  const t = translator(language)
  const shifts = call.organises ? await listVolunteers(viewer, id) : []
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'volunteering')}>{t('volunteering.title')}</a></li><li><a href={address(language, 'volunteerCall', { call: id })}><bdi>{call.role}</bdi></a></li></ol>
      </nav>
      <h1>{t('volunteering.desk.title')}</h1>
      <p className="lead"><bdi>{call.role}</bdi> · <bdi>{call.organisation}</bdi></p>
      {said && <div className="ds-alert" data-color="success" role="status" style={{ marginBlock: '1.4rem' }}>{t(`volunteering.desk.done.${said}`)}</div>}
      {call.closedReason !== null && <div className="notice"><p>{t('volunteering.closedNotice', { reason: call.closedReason })}</p></div>}
      {!call.organises && <div className="notice"><p>{t('volunteering.desk.forDesk')}</p></div>}
      {!mayChangeCall(viewer, call) && <p className="acts"><a className="ds-button" data-variant="secondary" href={address(language, 'changeVolunteerCall', { call: id })}>{t('volunteering.new.change')}</a></p>}
      <ul className="list managed">
        {shifts.map((shift) => <li key={shift.id}><ManagedShift shift={shift} call={call} viewer={viewer} from={here} language={language} /></li>)}
      </ul>
      {!mayChangeCall(viewer, call) && (
        <section style={{ marginBlockStart: '2.4rem' }}>
          <h2>{t('volunteering.desk.addShift')}</h2>
          <Form className="form" action={addVolunteerShiftAction} language={language} from={here} hidden={{ id }} values={{ day: '', from: '', to: '', places: '' }}>
            <ShiftFields language={language} />
            <p><Submit variant="secondary">{t('volunteering.shift.add')}</Submit></p>
          </Form>
        </section>
      )}
      {!mayCloseCall(viewer, call) && (
        <section style={{ marginBlockStart: '2.4rem' }}>
          <h2>{t('volunteering.desk.close')}</h2>
          <p>{t('volunteering.desk.closeLead')}</p>
          <Form className="form" action={closeVolunteerCallAction} language={language} from={here} hidden={{ id }} values={{ reason: '' }}>
            <Field name="reason" rows={3} label={t('volunteering.desk.closeReason')} hint={t('volunteering.desk.closeReasonHint')} required />
            <p><Submit variant="secondary" color="danger">{t('volunteering.desk.close')}</Submit></p>
          </Form>
        </section>
      )}
    </div>
  )
}
