import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ForgetDrafts } from '@/app/_components/discussion/kept-draft'
import { DeleteForm } from '@/app/_components/privacy/delete-form'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { isModerator } from '@/lib/moderation/rules'
import { getWhatStays } from '@/lib/privacy/queries'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.deleteTitle')} – ${t('site.name')}` }
}

/** Says what goes and what stays, before anything does. */
export default async function DeleteAccount({ params }: Props) {
  const { language } = await params
  const here = address(language, 'deleteAccount')
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const t = translator(language)
  const { comments, ballots, organisations } = await getWhatStays(viewer)
  return (
    <div className="wrap page narrow">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'account')}>{t('account.title')}</a></li><li>{t('account.deleteTitle')}</li></ol>
      </nav>
      <h1 style={{ marginBlockStart: '1rem' }}>{t('account.deleteTitle')}</h1>
      <p className="lead">{t('account.deleteLead')}</p>
      <div className="prose">
        <section aria-labelledby="znika">
          <h2 id="znika">{t('privacy.gone')}</h2>
          <p>{t('account.deleteGone')}</p>
          <p>{t('privacy.goneMail')}</p>
        </section>
        <section aria-labelledby="zostaje">
          <h2 id="zostaje">{t('privacy.stays')}</h2>
          <ul>
            <li>{comments ? t('privacy.staysComments', { count: comments }) : t('account.deleteComments')}</li>
            <li>{ballots ? t('privacy.staysBallots', { count: ballots }) : t('account.deleteVotes')}</li>
            <li>{t('privacy.staysSupports')}</li>
            <li>{t('privacy.staysDecisions')}</li>
            {isModerator(viewer) && <li>{t('privacy.staysWork')}</li>}
          </ul>
        </section>
        {organisations.length > 0 && (
          <section aria-labelledby="organizacje">
            <h2 id="organizacje">{t('privacy.organisations')}</h2>
            <ul>
              {organisations.map(({ name, confirmed, last, onlyOwner }) => (
                <li key={name}>{t(!last ? (onlyOwner ? 'privacy.organisationHeir' : 'privacy.organisationOthers') : confirmed ? 'privacy.organisationLast' : 'privacy.organisationUnconfirmed', { name })}</li>
              ))}
              <li>{t('privacy.organisationContact')}</li>
            </ul>
          </section>
        )}
      </div>
      <ForgetDrafts><DeleteForm language={language} from={here} words={{ label: t('account.deleteTitle'), sure: t('privacy.sure'), confirm: t('account.deleteConfirm') }} /></ForgetDrafts>
      <p className="further"><a href={address(language, 'account')}>{t('privacy.keep')}</a></p>
    </div>
  )
}
