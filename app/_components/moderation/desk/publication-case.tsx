import { address, type Address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { publicationAddress } from '@/lib/moderation/case-address'
import type { PublicationCase as Case } from '@/lib/moderation/queries/publication-case'
import { movesOpenTo, publicationMoves } from '@/lib/moderation/rules'
import type { Viewer } from '@/lib/person'
import { PastDecisions } from '../past-decisions'
import { ClaimState } from './claim'
import { DecidePublication } from './decide-publication'
import { Neighbours } from './neighbours'
import { Reports } from './reports'

type Props = { found: Case; slug: string; viewer: Viewer; language: Language; from: Address }

/** What moderation knows of a proposal or a profile that is or was public, and the decision about it. */
export function PublicationCase({ found, slug, viewer, language, from }: Props) {
  const t = translator(language)
  const { about, own, state, revision, reports, waiting, decisions, appealed, claim, record, neighbours } = found
  const newest = decisions[0]?.id ?? null
  const open = movesOpenTo(viewer, { state, own, waiting, newest })
  const moves = publicationMoves.filter((kind) => open.includes(kind))
  const dangerous = reports.some(({ answered, urgent, ground }) => !answered && (urgent || ground === 'illegal'))
  return (
    <section id="zgloszenia" aria-labelledby="zgloszenia-naglowek" style={{ marginBlock: '1.6rem 3rem' }}>
      <h2 id="zgloszenia-naglowek">{t('moderation.publication.title')}</h2>
      <Neighbours neighbours={neighbours} language={language} />
      <p>{t(state === 'hidden' ? 'moderation.publication.hidden' : 'moderation.publication.lead', { about })} <a href={publicationAddress({ about, slug }, language)}>{t('moderation.publication.public')}</a></p>
      {dangerous && <div className="ds-alert" data-color="danger"><p>{t('desk.case.danger')}</p></div>}
      {appealed.map(({ id: appeal, dueAt }) => <div className="notice" key={appeal}><p>{t('desk.case.appealed', { date: sayDay(dueAt, language) })} <a href={address(language, 'moderateAppeal', { appeal })}>{t('desk.case.seeAppeal')}</a></p></div>)}
      <div className="case">
        <div className="what">
          <Reports reports={reports} own={own} revision={revision} words={{ none: t('moderation.publication.noReports'), otherWording: t('moderation.publication.otherWording') }} language={language} level="h3" />
        </div>
        <section className="verdict" aria-labelledby="moderacja-decyzja">
          <h3 id="moderacja-decyzja">{t('moderation.publication.decide')}</h3>
          {own && <div className="notice"><p>{t('moderation.objection.own')}</p></div>}
          {moves.length > 0 && <ClaimState content={found} claim={claim} language={language} from={from} />}
          {moves.length > 0 && (!claim || claim.mine) && <DecidePublication key={newest} content={found} moves={moves} seen={newest} language={language} from={from} />}
        </section>
        <div className="record">
          <section aria-labelledby="decyzje">
            <h3 id="decyzje">{t('moderation.case.decisions')}</h3>
            {decisions.length === 0 ? <p className="quiet">{t('moderation.publication.noDecisions')}</p> : <PastDecisions decisions={decisions} language={language} />}
          </section>
          <section aria-labelledby="organizacja">
            <h3 id="organizacja">{t('moderation.publication.record')}</h3>
            <p><bdi>{record.name}</bdi>. {t('moderation.publication.since', { date: sayDay(record.confirmedAt, language) })} {t('moderation.publication.counts', { proposals: record.proposals, voices: record.voices })}</p>
            {record.newest.length === 0 ? <p className="quiet">{t('moderation.publication.clean')}</p> : (
              <details>
                <summary>{t('moderation.publication.newest')}</summary>
                <PastDecisions decisions={record.newest} language={language} />
              </details>
            )}
            {about === 'proposal' && <p><a href={address(language, 'moderateOrganisation', { id: record.id })}>{t('desk.record.see')}</a></p>}
          </section>
        </div>
      </div>
    </section>
  )
}
