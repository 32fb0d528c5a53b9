import type { Metadata } from 'next'
import { LinkRefused } from '@/app/_components/accounts/link-refused'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.refusedTitle')} – ${t('site.name')}` }
}

export default async function Refused({ params }: Props) {
  return <LinkRefused language={(await params).language} />
}
