import { acceptOf, attachmentTypes, fileBytesAtMost } from '@/lib/file-types'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { attachmentBytesAtMost, attachmentsAtMost, descriptionLength } from '@/lib/proposals/attachments'
import type { Attachment } from '@/lib/proposals/queries/attachments'
import { AttachedFile } from './attachment-list'
import { PostedForm } from './posted-form'
import type { RefusedForm } from './refused'
import { megabytesAtMost, postedWords } from './words'

type Props = { id: string; files: readonly Attachment[]; /** The page it stands on. */ from: string; refused?: RefusedForm; language: Language }

/** A draft's files: to attach one, say anew what it is, take it away. Works without JavaScript. */
export function Attachments({ id, files, from, refused, language }: Props) {
  const t = translator(language)
  const shared = { action: '/api/attachments', language, from, bytesAtMost: fileBytesAtMost, place: 'zalaczniki' }
  const refusedHere = (fileId: string) => (refused && (refused.typed.fileId ?? '') === fileId ? refused : undefined)
  const here = refusedHere('')
  return (
    <section className="section-head stack files" aria-labelledby="zalaczniki">
      <h2 id="zalaczniki">{t('file.attachments')} {files.length > 0 && <span className="count">{files.length}</span>}</h2>
      <p>{t('file.attachmentsLead')}</p>
      {files.length === 0 && <p className="quiet">{t('file.noneYet')}</p>}
      <ul className="list">
        {files.map((file) => (
          <li key={file.id}>
            <AttachedFile file={file} language={language} />
            <details open={!!refusedHere(file.id)}>
              <summary>{t('file.change')} <span className="visually-hidden">{file.name}</span></summary>
              <PostedForm {...shared} className="form" hidden={{ id, fileId: file.id }} words={postedWords(language, false)} refused={refusedHere(file.id)?.said}>
                <Description field={`opis-${file.id}`} value={refusedHere(file.id)?.typed.description ?? file.description} language={language} />
                <p className="acts">
                  <button className="ds-button" data-size="sm" name="do" value="describe">{t('file.saveDescription')}</button>
                  <button className="ds-button" data-size="sm" data-variant="secondary" data-color="danger" name="do" value="detach">{t('file.remove')} <span className="visually-hidden">{file.name}</span></button>
                </p>
              </PostedForm>
            </details>
          </li>
        ))}
      </ul>
      {files.length >= attachmentsAtMost && <p>{t('file.full', { max: attachmentsAtMost })}</p>}
      {files.length < attachmentsAtMost && (
        <PostedForm {...shared} className="form panel" hidden={{ id, do: 'attach' }} words={postedWords(language, true)} refused={here?.said}>
          <h3>{t('file.attach')}</h3>
          {/* Before the file, so that what was typed is heard even where the file is too large. */}
          <Description field="opis" value={here?.typed.description} language={language} />
          <div className="ds-field">
            <label className="ds-label" htmlFor="plik">{t('file.file')}</label>
            <div data-field="description" id="plik-hint">
              {t('file.fileHint', { max: megabytesAtMost, count: attachmentsAtMost, together: attachmentBytesAtMost / 1024 / 1024 })} {t('file.redrawn')}
            </div>
            <input className="ds-input" id="plik" type="file" name="file" accept={acceptOf(attachmentTypes)} aria-describedby="plik-hint" aria-required="true" />
          </div>
          <p className="acts"><button className="ds-button" data-variant="secondary">{t('file.send')}</button></p>
        </PostedForm>
      )}
    </section>
  )
}

function Description({ field, value, language }: { field: string; value?: string; language: Language }) {
  const t = translator(language)
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={field}>{t('file.description')}</label>
      <div data-field="description" id={`${field}-hint`}>{t('file.descriptionHint', { max: descriptionLength })}</div>
      <input className="ds-input" id={field} name="description" defaultValue={value} aria-describedby={`${field}-hint`} aria-required="true" />
    </div>
  )
}
