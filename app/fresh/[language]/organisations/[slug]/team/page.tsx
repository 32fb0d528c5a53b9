import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Form, Submit } from '@/app/_components/form'
import { Invitations } from '@/app/_components/organisations/invitations'
import { TeamMembers } from '@/app/_components/organisations/team-members'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { isMessageKey, translator } from '@/lib/messages'
import { leaveOrganisationAction } from '@/lib/organisations/actions'
import { getTeam } from '@/lib/organisations/queries/team'
import { mayEdit } from '@/lib/organisations/rules'

type Props = { params: Promise<{ language: Language; slug: string }>; searchParams: Promise<{ zrobione?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('team.title')} – ${t('site.name')}` }
}

/** Who speaks for an organisation, for themselves to see and to change. */
export default async function TeamPage({ params, searchParams }: Props) {
  const { language, slug } = await params
  const here = address(language, 'team', { slug })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const team = await getTeam(viewer, slug)
  if (!team) nothingHere()
  const t = translator(language)
  const done = `team.done.${[(await searchParams).zrobione].flat()[0]}`
  const isLast = team.role === 'owner' && team.members.filter(({ role }) => role === 'owner').length === 1
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol>
          <li><a href={address(language, 'account')}>{t('account.title')}</a></li>
          <li>{team.confirmed ? <a href={address(language, 'organisation', { slug })}><bdi>{team.name}</bdi></a> : <bdi>{team.name}</bdi>}</li>
        </ol>
      </nav>
      <h1>{t('team.link')}: <bdi>{team.name}</bdi></h1>
      <p className="lead">{t('team.lead')}</p>
      {isMessageKey(done) && <div className="ds-alert" data-color="success" role="status" style={{ marginBlockStart: '1.4rem' }}><p>{t(done)}</p></div>}
      <div className="listed">
        <div>
          <p>{t('team.yourRole', { role: t(`team.role.${team.role}`), may: t(`team.roleMay.${team.role}`) })}</p>
          {mayEdit(team.role) && <p className="acts"><a className="ds-button" data-variant="secondary" href={address(language, 'organisationProfile', { slug })}>{t('organisation.profile.edit')}</a></p>}
          <h2 className="after">{t('team.count', { count: team.members.length })}</h2>
          <TeamMembers team={team} language={language} from={here} />
          <section className="stack after" aria-labelledby="odejdz">
            <h2 id="odejdz">{t('team.leave')}</h2>
            {isLast ? <p>{t('team.leaveLast')}</p> : (
              <Form action={leaveOrganisationAction} language={language} from={here} hidden={{ organisationId: team.id }}>
                <p>{t('team.leaveLead')}</p>
                <p className="acts"><Submit variant="secondary" color="danger">{t('team.leave')}</Submit></p>
              </Form>
            )}
          </section>
        </div>
        {team.role === 'owner' && <div className="stack"><Invitations team={team} language={language} from={here} /></div>}
      </div>
    </div>
  )
}
