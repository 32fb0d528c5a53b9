import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listOwnPartnerCalls } from '@/lib/partnership/queries'
import type { Viewer } from '@/lib/person'

/** On the account page: the calls that one's organisations have opened or answered, and what waits for an answer. */
export async function OwnPartnership({ viewer, language }: { viewer: Viewer; language: Language }) {
  const t = translator(language)
  const calls = await listOwnPartnerCalls(viewer)
  return calls.length > 0 && (
    <section className="section-head stack" id="siec">
      <h2>{t('partnership.account.title')}</h2>
      <ul className="list">
        {calls.map(({ id, title, organisation, waiting, own }) => (
          <li key={id}>
            <a href={address(language, 'partnerRequests', { call: id })}><bdi>{title}</bdi></a>{waiting > 0 && <> <span className="ds-tag" data-size="sm" data-color="neutral">{t('partnership.account.waiting', { count: waiting })}</span></>}
            <p className="meta"><bdi>{organisation}</bdi>{own && ` · ${t('partnership.account.own')}`}</p>
          </li>
        ))}
      </ul>
      <p><a className="ds-button" data-variant="secondary" href={address(language, 'network')}>{t('partnership.account.look')}</a></p>
    </section>
  )
}
