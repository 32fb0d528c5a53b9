import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Form, Submit } from '@/app/_components/form'
import { CallFields } from '@/app/_components/volunteering/call-fields'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { changeVolunteerCallAction } from '@/lib/volunteering/actions'
import { getCallToManage } from '@/lib/volunteering/queries/desk'
import { mayChangeCall } from '@/lib/volunteering/rules'

type Props = { params: Promise<{ language: Language; call: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('volunteering.new.change')} – ${t('site.name')}` }
}

/** The call's words, to be changed by its organisation. */
export default async function ChangeVolunteerCall({ params }: Props) {
  const { language, call: id } = await params
  const here = address(language, 'changeVolunteerCall', { call: id })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const call = await getCallToManage(viewer, id)
  if (!call) nothingHere()
  const t = translator(language)
  const objection = mayChangeCall(viewer, call)
  const { role, duties, place, district, minAge, term, conditions } = call
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'volunteers', { call: id })}>{t('volunteering.desk.title')}</a></li></ol>
      </nav>
      <h1>{t('volunteering.new.change')}</h1>
      <p className="lead">{t('volunteering.new.changeLead')}</p>
      {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {!objection && (
        <Form className="form" action={changeVolunteerCallAction} language={language} from={here} hidden={{ id }} values={{ role, duties, place, district, minAge: String(minAge), term, conditions }}>
          <CallFields language={language} />
          <p><Submit>{t('volunteering.new.save')}</Submit></p>
        </Form>
      )}
    </div>
  )
}
