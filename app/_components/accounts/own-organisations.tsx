import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listMemberships } from '@/lib/organisations/queries'
import { mayEdit } from '@/lib/organisations/rules'
import type { Viewer } from '@/lib/person'
import { listOwn } from '@/lib/proposals/queries/own'

/** The viewer's organisations and their proposals, each with where it stands. */
export async function OwnOrganisations({ viewer, language }: { viewer: Viewer; language: Language }) {
  const t = translator(language)
  const [memberships, proposals] = await Promise.all([listMemberships(viewer), listOwn(viewer)])
  return (
    <section className="section-head stack">
      <h2>{t('account.myOrganisations')}</h2>
      {memberships.length === 0 && <p className="quiet">{t('account.noOrganisations')}</p>}
      <ul className="list">
        {memberships.map(({ id, slug, name, state, role, refusalReason, hidden }) => (
          <li key={id}>
            <a href={state === 'confirmed' ? address(language, 'organisation', { slug }) : withQuery(address(language, 'newOrganisation'), { wyslano: id })}>{name}</a>
            {' '}<span className="ds-tag" data-size="sm" data-color={state === 'confirmed' ? 'zielen' : 'neutral'}>{t(`organisation.state.${state}`)}</span>
            {hidden && <> <span className="ds-tag" data-size="sm" data-color="brick">{t('account.hidden')}</span></>}
            <p className="meta">{t('account.roleIn', { role: t(`team.role.${role}`) })}{state !== 'refused' && <> · <a href={address(language, 'team', { slug })} aria-label={`${t('team.link')}: ${name}`}>{t('team.link')}</a>{mayEdit(role) && <> · <a href={address(language, 'organisationProfile', { slug })} aria-label={`${t('organisation.profile.edit')}: ${name}`}>{t('organisation.profile.edit')}</a> · <a href={address(language, 'organisationLogo', { slug })} aria-label={`${t('file.changeLogo')}: ${name}`}>{t('file.changeLogo')}</a></>}</>}</p>
            {refusalReason && <p>{refusalReason}</p>}
          </li>
        ))}
      </ul>
      <p><a className="ds-button" data-variant="secondary" href={address(language, 'newOrganisation')}>{t('account.registerOrganisation')}</a></p>
      {memberships.length > 0 && (
        <>
          <h2>{t('account.myProposals')}</h2>
          {proposals.length === 0 && <p className="quiet">{t('account.noProposals')}</p>}
          <ul className="list">
            {proposals.map(({ id, title, state, organisation, hidden }) => (
              <li key={id}>
                <a href={address(language, 'draftStep', { id, step: state === 'draft' || state === 'returned' ? '1' : '5' })} lang="pl">{title || t('proposal.untitled')}</a>
                {' '}<span className="ds-tag" data-size="sm" data-color={state === 'published' ? 'zielen' : 'neutral'}>{t(`proposal.state.${state}`)}</span>
                {hidden && <> <span className="ds-tag" data-size="sm" data-color="brick">{t('account.hidden')}</span></>}
                <p className="meta">{organisation}</p>
              </li>
            ))}
          </ul>
          <p><a className="ds-button" data-variant="secondary" href={address(language, 'newProposal')}>{t('task.propose')}</a></p>
        </>
      )}
    </section>
  )
}
