import { Select } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { changeRoleAction, handOverAction, removeMemberAction } from '@/lib/organisations/actions'
import type { getTeam } from '@/lib/organisations/queries/team'
import { memberRoles } from '@/lib/organisations/team'

type Props = { team: NonNullable<Awaited<ReturnType<typeof getTeam>>>; language: Language; from: Address }

/** Who is in a team, and for an owner what they may do about each of the others. */
export function TeamMembers({ team, language, from }: Props) {
  const t = translator(language)
  return (
    <ul className="list">
      {team.members.map(({ personId, name, role, since, isViewer }) => {
        const called = name ?? t('team.nameless')
        const ids = { organisationId: team.id, personId }
        return (
          <li key={personId}>
            <h3><bdi>{called}</bdi>{isViewer && <span className="quiet"> ({t('team.you')})</span>}</h3>
            <p className="meta"><span className="ds-tag" data-size="sm" data-color={role === 'owner' ? 'wisla' : 'neutral'}>{t(`team.role.${role}`)}</span> {t('team.since', { date: sayDay(since, language) })}</p>
            {team.role === 'owner' && !isViewer && (
              <details className="manage">
                <summary>{t('team.manage', { name: called })}</summary>
                <Form className="stack" action={changeRoleAction} language={language} from={from} hidden={ids} values={{ role }}>
                  <Select name="role" label={t('team.newRole', { name: called })} options={memberRoles.map((value) => ({ value, label: t(`team.role.${value}`) }))} />
                  <p><Submit variant="secondary">{t('team.change')}</Submit></p>
                </Form>
                <Form className="stack" action={handOverAction} language={language} from={from} hidden={ids} label={t('team.handOverTo', { name: called })}>
                  <p>{t('team.handOverLead', { name: called })}</p>
                  <p><Submit variant="secondary">{t('team.handOver')}</Submit></p>
                </Form>
                <Form action={removeMemberAction} language={language} from={from} hidden={ids} label={t('team.removeThis', { name: called })}>
                  <p><Submit variant="secondary" color="danger">{t('team.remove')}</Submit></p>
                </Form>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
