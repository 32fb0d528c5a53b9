import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Form, Submit } from '@/app/_components/form'
import { SignUpForm } from '@/app/_components/volunteering/sign-up-form'
import { sayDistrict, sayShift } from '@/app/_components/volunteering/words'
import { nothingHere } from '@/app/fresh/nothing-here'
import { hasName } from '@/lib/accounts/rules'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { cancelSignUpAction } from '@/lib/volunteering/actions'
import { sayHours } from '@/lib/volunteering/hours'
import { getOwnSignUp, isOnAnotherShift } from '@/lib/volunteering/queries/own'
import { getCall } from '@/lib/volunteering/queries/public'
import { maySignUp } from '@/lib/volunteering/rules'

type Props = { params: Promise<{ language: Language; call: string; shift: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('volunteering.own.title')} – ${t('site.name')}` }
}

/** A shift as its visitor stands to it: sign up, or what became of it, and the way out. */
export default async function VolunteerShift({ params }: Props) {
  const { language, call: id, shift: shiftId } = await params
  const here = address(language, 'volunteerShift', { call: id, shift: shiftId })
  const call = await getCall(null, id)
  const shift = call?.shifts.find(({ id }) => id === shiftId)
  if (!call || !shift) nothingHere()
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const t = translator(language)
  const [own, elsewhere] = await Promise.all([getOwnSignUp(viewer, shiftId), isOnAnotherShift(viewer, shiftId)])
  const standing = own && !own.cancelledAt
  const objection = maySignUp(viewer, { organises: false, closed: !!call.closedAt, cancelled: shift.cancelledReason !== null, started: shift.started, tooYoung: false, elsewhere })
  const full = shift.taken >= shift.places
  return (
    <div className="wrap page narrow stack">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'volunteering')}>{t('volunteering.title')}</a></li><li><a href={address(language, 'volunteerCall', { call: id })}><bdi>{call.role}</bdi></a></li></ol>
      </nav>
      <h1>{t('volunteering.own.title')}</h1>
      <dl className="facts">
        <div><dt>{t('volunteering.by')}</dt><dd><bdi>{call.organisation.name}</bdi></dd></div>
        <div><dt>{t('volunteering.when')}</dt><dd>{sayShift(shift, language)}</dd></div>
        <div><dt>{t('volunteering.placeName')}</dt><dd><bdi>{call.place}</bdi>, {sayDistrict(call.district, language)}</dd></div>
        <div><dt>{t('volunteering.freeHead')}</dt><dd>{full ? t('volunteering.full', { waiting: shift.waiting }) : t('volunteering.free', { free: shift.places - shift.taken, places: shift.places })}</dd></div>
      </dl>
      {own?.cancelledAt && <div className="notice"><p>{own.removedReason ? t('volunteering.own.removed', { reason: own.removedReason }) : t('volunteering.own.cancelledNow')}</p></div>}
      {standing && (
        <section className="panel stack" aria-live="polite">
          <p className="lead">{own.position === null ? t('volunteering.own.confirmed') : t('volunteering.own.waiting', { position: own.position })}</p>
          {own.minutes !== null && <p>{own.minutes ? t('volunteering.own.minutes', { hours: sayHours(own.minutes, language) }) : t('volunteering.own.absent')}</p>}
          {shift.cancelledReason !== null && <p>{t('volunteering.shiftCancelled', { reason: shift.cancelledReason })}</p>}
          {own.contact && <p>{t('volunteering.own.contact', { name: own.contact })}</p>}
          {!shift.started && shift.cancelledReason === null && (
            <Form action={cancelSignUpAction} language={language} from={here} hidden={{ id: own.id }}>
              <p>{t('volunteering.own.cancelLead')}</p>
              <p><Submit variant="secondary">{t('volunteering.own.cancel')}</Submit></p>
            </Form>
          )}
        </section>
      )}
      {!standing && objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {!standing && hasName(viewer, null) && <p className="acts"><a className="ds-button" href={withQuery(address(language, 'welcome'), { powrot: here })}>{t('volunteering.own.nameFirst')}</a></p>}
      {!standing && !objection && <SignUpForm shiftId={shiftId} minAge={call.minAge} organisation={call.organisation.name} full={full} from={here} language={language} />}
      <p><a href={address(language, 'volunteerCall', { call: id })}>{t('volunteering.own.toCall')}</a></p>
    </div>
  )
}
