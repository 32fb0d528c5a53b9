import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NameForm } from '@/app/_components/accounts/name-form'
import { OwnOrganisations } from '@/app/_components/accounts/own-organisations'
import { OwnVoices } from '@/app/_components/accounts/own-voices'
import { nameProblems } from '@/app/_components/accounts/problems'
import { Residency } from '@/app/_components/accounts/residency'
import { ForgetDrafts } from '@/app/_components/discussion/kept-draft'
import { OpenQuestions } from '@/app/_components/discussion/open-questions'
import { OwnReports } from '@/app/_components/results/own-reports'
import { Form, Submit } from '@/app/_components/form'
import { OwnDecisions } from '@/app/_components/moderation/own-decisions'
import { OwnPartnership } from '@/app/_components/partnership/own-partnership'
import { OwnVolunteering } from '@/app/_components/volunteering/own-volunteering'
import { signOutAction, signOutEverywhereAction } from '@/lib/accounts/actions'
import { getOwnEmail } from '@/lib/accounts/queries'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { assesses } from '@/lib/assessment/rules'
import { isClerk } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { canSeeDesk } from '@/lib/proposals/life-cycle'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ odejscie?: string; potwierdzono?: string; odmowa?: string; minuty?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.title')} – ${t('site.name')}` }
}

export default async function Account({ params, searchParams }: Props) {
  const { odejscie, potwierdzono, odmowa, minuty } = await searchParams
  const { language } = await params
  const here = address(language, 'account')
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const t = translator(language)
  const email = await getOwnEmail(viewer)
  const decides = viewer.roles.some((role) => role === 'moderator' || role === 'admin')
  return (
    <div className="wrap page narrow stack">
      <h1>{viewer.name ? <bdi>{t('account.hello', { name: viewer.name })}</bdi> : t('account.title')}</h1>
      <p className="lead"><bdi>{t('account.signedInAs', { email: email ?? '' })}</bdi></p>
      {odejscie && <div className="ds-alert" data-color="success" role="status"><p>{t('team.done.left')}</p></div>}
      {viewer.roles.length > 0 && <p>{t('account.roles', { roles: viewer.roles.map((role) => t('account.role', { role })).join(', ') })}</p>}
      {!isClerk(viewer, null) && <p><a className="ds-button" data-variant="secondary" href={address(language, 'office')}>{t('office.title')}</a></p>}
      {!assesses(viewer, null) && <p><a className="ds-button" data-variant="secondary" href={address(language, 'assessments')}>{t('assessment.title')}</a></p>}
      {decides && <p><a className="ds-button" href={address(language, 'moderation')}>{t('site.desk')}</a></p>}
      {!canSeeDesk(viewer, null) && <p><a className="ds-button" data-variant="secondary" href={address(language, 'proposalWork')}>{t('life.work.link')}</a></p>}

      <OwnDecisions viewer={viewer} language={language} />
      <NameForm language={language} name={viewer.name} from={here} problems={nameProblems(language)} words={{ name: t('account.name'), hint: t('account.nameHint'), save: t('account.saveName') }} />

      <Residency person={viewer} from={here} done={!!potwierdzono} refused={typeof odmowa === 'string' ? { key: odmowa, minutes: minuty } : undefined} language={language} />
      <OwnOrganisations viewer={viewer} language={language} />
      <OwnPartnership viewer={viewer} language={language} />
      <OwnVolunteering viewer={viewer} language={language} />
      <OwnReports viewer={viewer} language={language} />
      <OpenQuestions viewer={viewer} language={language} />
      <OwnVoices viewer={viewer} language={language} />

      <section className="section-head stack">
        <h2>{t('account.sessions')}</h2>
        <ForgetDrafts>
          <Form action={signOutAction} language={language} from={here}><Submit variant="secondary">{t('account.signOut')}</Submit></Form>
          <p>{t('account.signOutEverywhereLead')}</p>
          <Form action={signOutEverywhereAction} language={language} from={here}><Submit variant="secondary">{t('account.signOutEverywhere')}</Submit></Form>
        </ForgetDrafts>
        <p><a href={address(language, 'accountCopy')}>{t('privacy.copy.link')}</a></p>
        <p><a href={address(language, 'deleteAccount')}>{t('account.delete')}</a></p>
      </section>
    </div>
  )
}
