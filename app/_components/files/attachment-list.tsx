import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Attachment } from '@/lib/proposals/queries/attachments'
import { sayKind } from './words'

/** The files of a proposal, for whoever reads it; nothing where there are none. */
export function AttachmentList({ files, language, level: Heading = 'h2' }: { files: readonly Attachment[]; language: Language; level?: 'h2' | 'h3' }) {
  if (!files.length) return null
  return (
    <section className="files">
      <Heading>{translator(language)('file.attachments')}</Heading>
      <ul className="list">{files.map((file) => <li key={file.id}><AttachedFile file={file} language={language} /></li>)}</ul>
    </section>
  )
}

/** One file: what it is, the way to it where it may be had, its kind, its size and whether a scanner has seen it. */
export function AttachedFile({ file, language }: { file: Attachment; language: Language }) {
  const t = translator(language)
  const mayBeHad = file.scan === 'clean' || file.scan === 'notScanned'
  return (
    <>
      <p><b lang={language === 'pl' ? undefined : 'pl'}>{file.description}</b></p>
      <p className="file">{mayBeHad ? <a href={`/api/files/${file.id}`} download><bdi>{file.name}</bdi></a> : <bdi>{file.name}</bdi>}</p>
      <p className="meta">{sayKind(file, language)} · {t(`file.scan.${file.scan}`)}</p>
    </>
  )
}
