import { acceptOf, fileBytesAtMost, imageTypes } from '@/lib/file-types'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { Logo } from './logo'
import { PostedForm } from './posted-form'
import type { RefusedForm } from './refused'
import { megabytesAtMost, postedWords } from './words'

type Props = { organisation: { id: string; name: string; logo: string | null }; from: string; refused?: RefusedForm; language: Language }

/** The logo of one's organisation: to show another one, or none. Works without JavaScript. */
export function LogoForm({ organisation: { id, name, logo }, from, refused, language }: Props) {
  const t = translator(language)
  const shared = { action: '/api/logo', language, from, bytesAtMost: fileBytesAtMost, place: 'logo' }
  return (
    <section id="logo" className="stack" aria-label={t('file.logo')}>
      <p className="lead">{t('file.logoLead')}</p>
      {logo ? <Logo logo={logo} name={name} language={language} large /> : <p className="quiet">{t('file.noLogo')}</p>}
      {logo && (
        <PostedForm {...shared} hidden={{ organisationId: id, do: 'remove' }} words={postedWords(language, false)}>
          <p><button className="ds-button" data-variant="secondary" data-color="danger">{t('file.removeLogo')}</button></p>
        </PostedForm>
      )}
      <PostedForm {...shared} className="form" hidden={{ organisationId: id, do: 'set' }} words={postedWords(language, true)} refused={refused?.said}>
        <div className="ds-field">
          <label className="ds-label" htmlFor="plik">{t('file.file')}</label>
          <div data-field="description" id="plik-hint">{t('file.logoHint', { max: megabytesAtMost })}</div>
          <input className="ds-input" id="plik" type="file" name="file" accept={acceptOf(imageTypes)} aria-describedby="plik-hint" aria-required="true" />
        </div>
        <p className="acts"><button className="ds-button">{t('file.setLogo')}</button></p>
      </PostedForm>
    </section>
  )
}
