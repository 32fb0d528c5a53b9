import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { publicationAddress } from '@/lib/moderation/case-address'
import { getSubjects, type Reported } from '@/lib/moderation/queries/reporting'
import type { Viewer } from '@/lib/person'

type Place = { title: string; lang: Language; address: Address }

/** Where what is reported can be read; undefined where nobody may see it. */
export async function placeOf(content: Reported, viewer: Viewer, language: Language): Promise<Place | undefined> {
  if (content.about !== 'comment') return content.title === null ? undefined : { title: content.title, lang: 'pl', address: publicationAddress(content, language) }
  const subject = (await getSubjects(viewer, language, [content.threadId])).get(content.threadId)
  return subject && { title: subject.title, lang: subject.lang, address: subject.comment(content.id) }
}
