import type { Metadata } from 'next'
import { linkMinutes } from '@/lib/accounts/rules'
import { address } from '@/lib/addresses'
import { env } from '@/lib/env'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ adres?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.sentTitle')} – ${t('site.name')}` }
}

export default async function LinkSent({ params, searchParams }: Props) {
  const { language } = await params
  const { adres } = await searchParams
  const t = translator(language)
  return (
    <div className="wrap page narrow">
      <h1>{t('account.sentTitle')}</h1>
      <p className="lead">{t('account.sentLead', { minutes: linkMinutes })}</p>
      {typeof adres === 'string' && <p><bdi>{t('account.sentTo', { email: adres.slice(0, 254) })}</bdi></p>}
      {!env.smtpUrl && <div className="notice"><p>{t('account.sentFile')}</p></div>}
      <p>{t('account.sentAgain')} <a href={address(language, 'signIn')}>{t('account.newLink')}</a></p>
    </div>
  )
}
