import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Form, Submit } from '@/app/_components/form'
import { PartnerRequest } from '@/app/_components/partnership/request'
import { RequestForm } from '@/app/_components/partnership/request-form'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listActingFor } from '@/lib/organisations/queries/acting'
import { closePartnerCallAction } from '@/lib/partnership/actions'
import { actsForCall, getPartnerCall, listRequests } from '@/lib/partnership/queries'
import { mayClosePartnerCall, mayRequest } from '@/lib/partnership/rules'

type Props = { params: Promise<{ language: Language; call: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('partnership.desk.title')} – ${t('site.name')}` }
}

/** What organisations have written to each other about a call: all of it for the one that opened it, its own for each that answers. */
export default async function PartnerRequests({ params }: Props) {
  const { language, call: id } = await params
  const here = address(language, 'partnerRequests', { call: id })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const call = await getPartnerCall(viewer, id)
  if (!call) nothingHere()
  const t = translator(language)
  const [acts, requests, organisations] = await Promise.all([actsForCall(viewer, id), listRequests(viewer, id), listActingFor(viewer)])
  const asking = organisations.filter((organisation) => organisation.id !== call.organisation.id && !requests.some(({ organisationId }) => organisationId === organisation.id))
  const objection = mayRequest(viewer, { acts: organisations.length > 0, oneself: false, closed: call.closed })
  return (
    <div className="wrap page narrow stack">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'network')}>{t('partnership.title')}</a></li><li><a href={address(language, 'partnerCall', { call: id })}><bdi>{call.title}</bdi></a></li></ol>
      </nav>
      <h1>{t('partnership.desk.title')}</h1>
      <p className="lead"><bdi>{call.title}</bdi> · <bdi>{call.organisation.name}</bdi></p>
      {call.closed && <div className="notice"><p>{t('partnership.closedNotice')}</p></div>}
      {acts && requests.length === 0 && <p className="empty">{t('partnership.desk.none')}</p>}
      <ul className="list managed">
        {requests.map((request) => <li key={request.id}><PartnerRequest request={request} viewer={viewer} from={here} language={language} /></li>)}
      </ul>
      {!acts && organisations.length === 0 && <div className="notice"><p>{t('partnership.desk.noOrganisation')} <a href={address(language, 'newOrganisation')}>{t('organisation.register')}</a></p></div>}
      {!acts && organisations.length > 0 && objection && !call.closed && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {!acts && !objection && asking.length > 0 && <RequestForm callId={id} to={call.organisation.name} organisations={asking} from={here} language={language} />}
      {!mayClosePartnerCall(viewer, { acts, closed: call.closed }) && (
        <Form action={closePartnerCallAction} language={language} from={here} hidden={{ id }}>
          <p>{t('partnership.desk.closeLead')}</p>
          <p><Submit variant="secondary" color="danger">{t('partnership.desk.close')}</Submit></p>
        </Form>
      )}
    </div>
  )
}
