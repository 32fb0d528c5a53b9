import type { Metadata } from 'next'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { isMessageKey, translator } from '@/lib/messages'
import type { PublicationKind } from '@/lib/moderation/contents'

/** What stands at the address of a proposal or an organisation that moderation hides: that it does, and by which rule. */
export function Gone({ about, ground, language }: { about: PublicationKind; ground: string; language: Language }) {
  const t = translator(language)
  const rule = `ground.${ground}`
  return (
    <div className="wrap page narrow">
      <h1>{t('moderation.gone.title', { about })}</h1>
      <p className="lead">{t('moderation.gone.text', { about })} {isMessageKey(rule) && t('moderation.gone.ground', { ground: t(rule) })}</p>
      <p>{t('moderation.gone.then')}</p>
      <ul>
        <li><a href={`${address(language, 'terms')}#${ground}`}>{t('moderation.gone.terms')}</a></li>
        <li><a href={address(language, 'transparency')}>{t('moderation.gone.ledger')}</a></li>
        <li><a href={address(language, about === 'proposal' ? 'proposals' : 'organisations')}>{t('moderation.gone.list', { about })}</a></li>
      </ul>
    </div>
  )
}

/** Its title says no more either, and nobody is to find it by searching. */
export const goneMetadata = (about: PublicationKind, language: Language): Metadata => ({ title: `${translator(language)('moderation.gone.title', { about })} – ${translator(language)('site.name')}`, robots: { index: false } })
