import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, type Address } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { publicationAddress } from '@/lib/moderation/case-address'
import { getReportable, getSubjects, type Reported } from '@/lib/moderation/queries/reporting'
import type { Viewer } from '@/lib/person'

export type Props = { params: Promise<{ language: Language; content: string }>; searchParams: Promise<{ powrot?: string }> }

/** What somebody means to report, and the way back to it; a 404 where there is nothing of that key. */
export async function toReport({ params, searchParams }: Props) {
  const { language, content: id } = await params
  const asked = ownAddress((await searchParams).powrot)
  const viewer = await currentViewer()
  const content = isUuid(id) ? await getReportable(viewer, id) : null
  if (!content) nothingHere()
  const place = await placeOf(content, viewer, language)
  const back = { href: asked ?? place?.address ?? address(language, 'home'), title: place?.title ?? translator(language)('moderation.report.back', { about: content.about }), lang: place?.lang }
  return { language, viewer, content, back }
}

type Place = { title: string; lang: Language; address: Address }

/** Where what is reported can be read; undefined where nobody may see it. */
async function placeOf(content: Reported, viewer: Viewer, language: Language): Promise<Place | undefined> {
  if (content.about !== 'comment') return content.title === null ? undefined : { title: content.title, lang: 'pl', address: publicationAddress(content, language) }
  const subject = (await getSubjects(viewer, language, [content.threadId])).get(content.threadId)
  return subject && { title: subject.title, lang: subject.lang, address: subject.comment(content.id) }
}
