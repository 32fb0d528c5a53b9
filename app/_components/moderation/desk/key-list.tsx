import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { Keys } from './keys'

const keys = {
  queue: ['j', 'k', 'Enter', 'x', 'n', '?'],
  case: ['j', 'k', 'u', 'z', 'o', 'h', 'r', 'f', 'digits', 's', '?'],
} as const

/** Which keys do what on a page of the desk, to be read by everybody; and the keys themselves, unless they are switched off. */
export function KeyList({ page, on, language }: { page: keyof typeof keys; on: boolean; language: Language }) {
  const t = translator(language)
  const settings = <a href={`${address(language, 'moderation')}#ustawienia`}>{t('desk.keys.settings')}</a>
  return (
    <details className="key-list" id="klawisze">
      <summary data-key="?">{t('desk.keys.title')} <kbd aria-hidden="true">?</kbd></summary>
      <p>{t(on ? 'desk.keys.on' : 'desk.keys.off')} {settings}.</p>
      <table className="table">
        <thead><tr><th scope="col">{t('desk.keys.key')}</th><th scope="col">{t('desk.keys.does')}</th></tr></thead>
        <tbody>
          {keys[page].map((key) => <tr key={key}><td><kbd>{key === 'digits' ? '1–6' : key}</kbd></td><td>{t(`desk.keys.${key}`)}</td></tr>)}
        </tbody>
      </table>
      {on && <Keys />}
    </details>
  )
}
