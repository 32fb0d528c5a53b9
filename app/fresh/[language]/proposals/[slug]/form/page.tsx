import type { Metadata } from 'next'
import { DocumentBlocks } from '@/app/_components/document'
import { Downloads } from '@/app/_components/proposals/downloads'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { offerDocument } from '@/lib/proposals/offer-form'
import { getOffer } from '@/lib/proposals/queries/offers'

type Props = { params: Promise<{ language: Language; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  const t = translator(language)
  const offer = await getOffer(null, slug)
  return { title: `${t('offerForm.pageTitle', { title: offer?.content.title ?? '' })} – ${t('site.name')}` }
}

/** A published proposal in the order of the official offer form, to read and to print. */
export default async function ProposalForm({ params }: Props) {
  const { language, slug } = await params
  const offer = await getOffer(null, slug)
  if (!offer) nothingHere()
  const t = translator(language)
  const document = offerDocument(offer, language)
  const { title } = offer.content
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol>
          <li><a href={address(language, 'proposals')}>{t('proposal.heading')}</a></li>
          <li><a href={address(language, 'proposal', { slug })} lang={document.textsIn}>{title}</a></li>
        </ol>
      </nav>
      <h1 lang={document.textsIn}>{title}</h1>
      {document.about?.map((line) => <p className="meta" key={line}>{line}</p>)}
      <DocumentBlocks document={document} />
      <Downloads slug={slug} title={title} language={language} printed />
    </div>
  )
}
