import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NameForm } from '@/app/_components/accounts/name-form'
import { nameProblems } from '@/app/_components/accounts/problems'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ powrot?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.welcomeTitle')} – ${t('site.name')}` }
}

/** Where signing in leads: whoever has no name yet chooses one, then goes where they were going. */
export default async function Welcome({ params, searchParams }: Props) {
  const { language } = await params
  const viewer = await currentViewer()
  const returnTo = ownAddress((await searchParams).powrot) ?? address(language, 'account')
  if (!viewer) redirect(address(language, 'signIn'))
  if (viewer.name) redirect(returnTo)
  const t = translator(language)
  return (
    <div className="wrap page narrow">
      <h1>{t('account.welcomeTitle')}</h1>
      <p className="lead">{t('account.welcomeLead')}</p>
      <NameForm language={language} name={null} from={withQuery(address(language, 'welcome'), { powrot: returnTo })} problems={nameProblems(language)} words={{ name: t('account.name'), hint: t('account.nameHint'), save: t('account.saveName') }} />
      <p><a href={returnTo}>{t('account.continue')}</a></p>
    </div>
  )
}
