import { answer, say } from '@/app/api/v1/answer'
import { findOffer } from '@/lib/opendata/queries'
import { fileOf } from '@/lib/proposals/offer-files'
import { offerDocument } from '@/lib/proposals/offer-form'
import { fileTypes } from '@/lib/proposals/offer-formats'
import { getOffer } from '@/lib/proposals/queries/offers'

type Context = { params: Promise<{ slug: string }> }

/** All of one published proposal: as JSON, or in the order of the official offer form as PDF or DOCX. */
export const GET = (request: Request, { params }: Context) =>
  answer(request, 'offers', async ({ format, language }) => {
    const { slug } = await params
    if (format === 'json') return findOffer(null, slug)
    const offer = await getOffer(null, slug)
    return offer && say(request, await fileOf(offerDocument(offer, language), format), fileTypes[format], { name: `${slug}.${format}` })
  })
