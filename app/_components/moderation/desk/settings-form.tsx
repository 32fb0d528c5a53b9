import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { setDeskSettingsAction } from '@/lib/moderation/actions/desk'
import { Tick } from '../../fields'
import { Form, Submit } from '../../form'

type Props = { settings: { keys: boolean; summary: boolean }; saved: boolean; language: Language; from: Address }

/** How the viewer wants the desk to be. */
export function DeskSettingsForm({ settings, saved, language, from }: Props) {
  const t = translator(language)
  return (
    <details className="key-list" id="ustawienia" open={saved}>
      <summary>{t('desk.settings.title')}</summary>
      {saved && <p role="status"><b>{t('desk.settings.saved')}</b></p>}
      <Form key={JSON.stringify(settings)} className="stack" action={setDeskSettingsAction} language={language} from={from} values={{ keys: settings.keys ? 'yes' : '', summary: settings.summary ? 'yes' : '' }} label={t('desk.settings.title')}>
        <Tick name="keys" legend={t('desk.settings.keysLegend')} label={t('desk.settings.keys')} />
        <Tick name="summary" legend={t('desk.settings.summaryLegend')} label={t('desk.settings.summary')} hint={t('desk.settings.summaryHint')} />
        <p><Submit variant="secondary">{t('desk.settings.save')}</Submit></p>
      </Form>
    </details>
  )
}
