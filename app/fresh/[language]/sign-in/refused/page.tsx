import type { Metadata } from 'next'
import { linkMinutes } from '@/lib/accounts/rules'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.refusedTitle')} – ${t('site.name')}` }
}

export default async function LinkRefused({ params }: Props) {
  const { language } = await params
  const t = translator(language)
  return (
    <div className="wrap page narrow">
      <h1>{t('account.refusedTitle')}</h1>
      <p className="lead">{t('account.refusedLead', { minutes: linkMinutes })}</p>
      <p className="acts"><a className="ds-button" href={address(language, 'signIn')}>{t('account.newLink')}</a></p>
    </div>
  )
}
