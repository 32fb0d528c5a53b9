import type { Metadata } from 'next'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.deletedTitle')} – ${t('site.name')}` }
}

export default async function AccountDeleted({ params }: Props) {
  const { language } = await params
  const t = translator(language)
  return (
    <div className="wrap page narrow">
      <h1>{t('account.deletedTitle')}</h1>
      <p className="lead">{t('account.deletedLead')}</p>
      <p>{t('privacy.deletedStays')}</p>
      <p className="acts"><a className="ds-button" href={address(language, 'home')}>{t('privacy.home')}</a></p>
    </div>
  )
}
