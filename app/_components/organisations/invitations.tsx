import { Choices, Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { inviteMemberAction, withdrawInvitationAction } from '@/lib/organisations/actions'
import type { getTeam } from '@/lib/organisations/queries/team'
import { invitationDays, memberRoles } from '@/lib/organisations/team'

type Props = { team: NonNullable<Awaited<ReturnType<typeof getTeam>>>; language: Language; from: Address }

/** For owners: the form that invites, and what waits. */
export function Invitations({ team, language, from }: Props) {
  const t = translator(language)
  return (
    <>
      <section className="panel stack" aria-labelledby="zapros">
        <h2 id="zapros">{t('team.invite')}</h2>
        {!team.confirmed && <p>{t('team.inviteWaiting')}</p>}
        {team.confirmed && (
          <>
            <p>{t('team.inviteLead', { days: invitationDays })}</p>
            <Form className="form" action={inviteMemberAction} language={language} from={from} hidden={{ organisationId: team.id, language }} values={{ role: 'editor' }}>
              <Field name="email" type="email" label={t('team.email')} autoComplete="off" required />
              <Choices name="role" legend={t('team.roleField')} options={memberRoles.map((value) => ({ value, label: t(`team.role.${value}`), hint: t(`team.roleMay.${value}`) }))} />
              <p><Submit>{t('team.send')}</Submit></p>
            </Form>
          </>
        )}
      </section>
      <section className="panel" aria-labelledby="zaproszenia">
        <h2 id="zaproszenia">{t('team.invitations')}</h2>
        {team.invitations.length === 0 && <p className="quiet">{t('team.noInvitations')}</p>}
        <ul className="list">
          {team.invitations.map(({ id, email, role, invitedBy, expiresAt, state }) => (
            <li key={id}>
              <p><bdi>{email}</bdi></p>
              <p className="meta">{t(state === 'expired' ? 'team.expired' : 'team.invitedBy', { role: t(`team.role.${role}`), name: invitedBy ?? t('team.nameless'), date: sayDay(expiresAt, language) })}</p>
              <Form action={withdrawInvitationAction} language={language} from={from} hidden={{ id }} label={t('team.withdrawThis', { email })}>
                <p><Submit variant="secondary" size="sm">{t('team.withdraw')}</Submit></p>
              </Form>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
