import type { Metadata } from 'next'
import { Form, Submit } from '@/app/_components/form'
import { hasName } from '@/lib/accounts/rules'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { acceptInvitationAction } from '@/lib/organisations/actions'
import { getInvitation } from '@/lib/organisations/queries/team'
import { canAccept } from '@/lib/organisations/team'

type Props = { params: Promise<{ language: Language; token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('team.invitation.title')} – ${t('site.name')}`, robots: { index: false } }
}

/** What a mailed link opens: who invites to what. Opening it changes nothing; the button does. */
export default async function Invitation({ params }: Props) {
  const { language, token } = await params
  const here = address(language, 'invitation', { token })
  const viewer = await currentViewer()
  const t = translator(language)
  const invitation = await getInvitation(viewer, token)
  if (!invitation) {
    return (
      <div className="wrap page narrow">
        <h1>{t('team.invitation.none')}</h1>
        <p className="lead">{t('team.invitation.noneLead')}</p>
        <p className="acts"><a className="ds-button" data-variant="secondary" href={address(language, 'account')}>{t('team.invitation.toAccount')}</a></p>
      </div>
    )
  }
  const { organisation, slug, role, invitedBy, expiresAt, state, alreadyIn } = invitation
  const objection = viewer ? canAccept(viewer, invitation) : state === 'open' ? null : ({ key: `team.objection.${state}` } as const)
  return (
    <div className="wrap page narrow">
      <h1>{t('team.invitation.title')}</h1>
      <p className="lead">{t('team.invitation.lead', { name: invitedBy ?? t('team.nameless') })} <b><bdi>{organisation}</bdi></b></p>
      <p>{t('team.invitation.role', { role: t(`team.role.${role}`), may: t(`team.roleMay.${role}`) })}</p>
      {objection && <div className="notice"><p>{t(objection.key, 'values' in objection ? objection.values : undefined)}</p></div>}
      {!objection && <p className="quiet">{t('team.invitation.until', { date: sayMoment(expiresAt, language) })} {t('team.invitation.decline')}</p>}
      {!viewer && !objection && (
        <>
          <p>{t('team.invitation.signInLead')}</p>
          <p className="acts"><a className="ds-button" href={withQuery(address(language, 'signIn'), { powrot: here })}>{t('team.invitation.signIn')}</a></p>
        </>
      )}
      {viewer && !objection && (
        <Form action={acceptInvitationAction} language={language} from={here} hidden={{ token }}>
          <p className="acts"><Submit>{t('team.invitation.accept')}</Submit></p>
        </Form>
      )}
      {viewer && objection && (
        <p className="acts">
          {alreadyIn && <a className="ds-button" href={address(language, 'team', { slug })}>{t('team.invitation.toTeam')}</a>}
          {hasName(viewer, null) && <a className="ds-button" href={withQuery(address(language, 'welcome'), { powrot: here })}>{t('organisation.nameFirst')}</a>}
          <a className="ds-button" data-variant="secondary" href={address(language, 'account')}>{t('team.invitation.toAccount')}</a>
        </p>
      )}
    </div>
  )
}
