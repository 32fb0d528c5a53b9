import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { OrganisationProfile } from '@/app/_components/organisations/profile'
import { ProfileForm } from '@/app/_components/organisations/profile-form'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { canEditProfile } from '@/lib/organisations/profile'
import { getProfile } from '@/lib/organisations/queries/profile'

type Props = { params: Promise<{ language: Language; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('organisation.profile.title')} – ${t('site.name')}` }
}

/** Where a team changes what its organisation says about itself; beside the form, what is saved now. */
export default async function EditProfile({ params }: Props) {
  const { language, slug } = await params
  const here = address(language, 'organisationProfile', { slug })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const profile = await getProfile(viewer, slug)
  if (!profile) nothingHere()
  const t = translator(language)
  const objection = canEditProfile(viewer, profile)
  const { contactEmail, contactPhone } = profile
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol>
          <li><a href={address(language, 'account')}>{t('account.title')}</a></li>
          <li><a href={address(language, 'team', { slug })}><bdi>{profile.name}</bdi></a></li>
        </ol>
      </nav>
      <h1>{t('organisation.profile.title')}</h1>
      <p className="lead">{t('organisation.profile.lead')}</p>
      <div className="listed">
        <div>
          <p>{t('organisation.profile.fixed')}</p>
          {objection ? <div className="notice"><p>{t(objection.key, objection.values)}</p></div> : <ProfileForm profile={profile} language={language} from={here} />}
        </div>
        <aside className="panel prose" aria-labelledby="teraz">
          <h2 id="teraz">{t('organisation.profile.now')}</h2>
          <OrganisationProfile organisation={{ ...profile, publicEmail: contactEmail, publicPhone: contactPhone }} language={language} level="h3" />
        </aside>
      </div>
    </div>
  )
}
