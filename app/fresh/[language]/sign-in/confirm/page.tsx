import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LinkRefused } from '@/app/_components/accounts/link-refused'
import { linkLives } from '@/lib/accounts/queries'
import { canonicalEmail } from '@/lib/accounts/rules'
import { address, ownAddress, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ token?: string; email?: string; powrot?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.confirmTitle')} – ${t('site.name')}` }
}

/** Opening the mailed link shows a button and consumes nothing, so that programs that look into mails burn no links. */
export default async function ConfirmSignIn({ params, searchParams }: Props) {
  const { language } = await params
  const { token, email, powrot } = await searchParams
  const canonical = typeof email === 'string' ? canonicalEmail(email) : null
  if (typeof token !== 'string' || !canonical) redirect(address(language, 'linkRefused'))
  if (!(await linkLives(null, { token, email: canonical }))) return <LinkRefused language={language} /> // With 410: lib/gone-links.ts.
  const t = translator(language)
  const callbackUrl = withQuery(address(language, 'welcome'), { powrot: ownAddress(powrot) ?? undefined })
  return (
    <div className="wrap page narrow">
      <h1>{t('account.confirmTitle')}</h1>
      <p className="lead"><bdi>{t('account.confirmLead', { email: canonical })}</bdi></p>
      <form className="form" method="post" action={`/api/auth/callback/email?${new URLSearchParams({ token, email: canonical, callbackUrl })}`}>
        <p><button className="ds-button" data-size="lg">{t('account.confirm')}</button></p>
      </form>
    </div>
  )
}
