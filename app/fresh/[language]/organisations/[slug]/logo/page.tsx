import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LogoForm } from '@/app/_components/files/logo-form'
import { refusedForm } from '@/app/_components/files/refused'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getForLogo } from '@/lib/organisations/queries/logos'

type Props = { params: Promise<{ language: Language; slug: string }>; searchParams: Promise<{ odmowa?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('file.logo')} – ${t('site.name')}` }
}

/** Where the members of an organisation change its logo. */
export default async function OrganisationLogo({ params, searchParams }: Props) {
  const { language, slug } = await params
  const here = address(language, 'organisationLogo', { slug })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const organisation = await getForLogo(viewer, slug)
  if (!organisation) nothingHere()
  const t = translator(language)
  return (
    <div className="wrap page narrow stack">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'account')}>{t('account.title')}</a></li><li><bdi>{organisation.name}</bdi></li></ol>
      </nav>
      <h1>{t('file.logo')}</h1>
      <LogoForm organisation={organisation} from={here} refused={await refusedForm(viewer, (await searchParams).odmowa)} language={language} />
    </div>
  )
}
