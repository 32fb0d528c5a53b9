import { fileTypes } from '@/lib/file-types'
import { getLogo } from '@/lib/organisations/queries/logos'
import { answerWith, nothing } from '../../files/stored'

/** A logo, drawn by ourselves. Another one has another key, so that this one never changes. */
export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const logo = await getLogo(null, (await params).key)
  return logo ? answerWith(logo, request, { 'content-type': fileTypes[logo.type].media, 'cache-control': 'public, max-age=31536000, immutable' }) : nothing()
}
