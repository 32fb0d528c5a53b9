import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { aloneAtMost, rulesTogether } from '@/lib/moderation/bulk'
import { Choices, Field, Select } from '../../fields'
import { Submit } from '../../form'
import { ruleOptions } from '../grounds'

/** One decision and one reason for all that is ticked. */
export function BulkFields({ language }: { language: Language }) {
  const t = translator(language)
  return (
    <section className="panel stack bulk" id="zbiorczo" tabIndex={-1} aria-labelledby="zbiorczo-naglowek">
      <h2 id="zbiorczo-naglowek">{t('desk.bulk.title')}</h2>
      <p>{t('desk.bulk.lead')}</p>
      <p className="meta">{t('desk.bulk.fourEyes', { count: aloneAtMost })} {t('desk.bulk.notIllegal')}</p>
      <Choices
        name="kind"
        legend={t('desk.bulk.choose')}
        options={[
          { value: 'hide', label: t('desk.bulk.hide'), hint: t('desk.bulk.hideHint') },
          { value: 'keep', label: t('desk.bulk.keep'), hint: t('desk.bulk.keepHint') },
        ]}
      />
      <div className="which-rule"><Select name="ground" label={t('moderation.case.rule')} options={[{ value: '', label: t('moderation.case.choosePlease') }, ...ruleOptions(language).filter(({ value }) => (rulesTogether as string[]).includes(value))]} /></div>
      <Field name="sentence" rows={3} label={t('moderation.case.sentence')} hint={t('moderation.case.sentenceHint')} required />
      <p className="meta">{t('moderation.case.final')}</p>
      <p><Submit>{t('desk.bulk.send')}</Submit></p>
    </section>
  )
}
