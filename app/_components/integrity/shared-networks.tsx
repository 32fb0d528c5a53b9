import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import { shareNetworkAction, unshareNetworkAction } from '@/lib/integrity/actions'
import type { listSharedNetworks } from '@/lib/integrity/queries/flags'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** Schools, libraries and the like, from which a burst of votes is no flag; for admins. */
export function SharedNetworks({ networks, language }: { networks: Awaited<ReturnType<typeof listSharedNetworks>>; language: Language }) {
  const t = translator(language)
  const common = { language, from: address(language, 'flags') }
  return (
    <section aria-labelledby="sieci" className="stack" style={{ marginBlockStart: '3rem' }}>
      <h2 id="sieci">{t('integrity.networks.title')}</h2>
      <p className="prose">{t('integrity.networks.lead')}</p>
      {!networks.length && <p className="empty">{t('integrity.networks.empty')}</p>}
      <ul className="list">
        {networks.map(({ id, name, addedAt }) => (
          <li key={id}>
            <p><bdi>{name}</bdi> <span className="meta">{t('integrity.networks.since', { date: sayDay(addedAt, language) })}</span></p>
            <Form {...common} action={unshareNetworkAction} hidden={{ networkId: id }} label={`${t('integrity.networks.remove')}: ${name}`}>
              <Submit variant="secondary" size="sm">{t('integrity.networks.remove')}</Submit>
            </Form>
          </li>
        ))}
      </ul>
      <Form {...common} className="form" action={shareNetworkAction} label={t('integrity.networks.add')}>
        <Field name="name" label={t('integrity.networks.name')} hint={t('integrity.networks.nameHint')} required />
        <Field name="address" label={t('integrity.networks.address')} hint={t('integrity.networks.addressHint')} required />
        <p><Submit variant="secondary">{t('integrity.networks.add')}</Submit></p>
      </Form>
    </section>
  )
}
