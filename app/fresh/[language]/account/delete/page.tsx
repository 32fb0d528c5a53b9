import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ForgetDrafts } from '@/app/_components/discussion/kept-draft'
import { DeleteForm } from '@/app/_components/privacy/delete-form'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { monthsAfterErasure } from '@/lib/moderation/banning'
import { isModerator } from '@/lib/moderation/rules'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { getWhatStays, listOwnData } from '@/lib/privacy/queries'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.deleteTitle')} – ${t('site.name')}` }
}

/** How many comments are shown in which something was found; it is taken out of all. */
const textsAtMost = 50

/** Says what goes and what stays, before anything does. */
export default async function DeleteAccount({ params }: Props) {
  const { language } = await params
  const here = address(language, 'deleteAccount')
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const t = translator(language)
  const [{ comments, ballots, sanctioned, organisations }, ownData] = await Promise.all([getWhatStays(viewer), listOwnData(viewer)])
  const subjects = await getSubjects(viewer, language, ownData.map(({ threadId }) => threadId))
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
            {sanctioned && <li>{t('privacy.staysSanction', { months: monthsAfterErasure })}</li>}
            {isModerator(viewer) && <li>{t('privacy.staysWork')}</li>}
          </ul>
        </section>
        {comments > 0 && (
          <section aria-labelledby="teksty">
            <h2 id="teksty">{t('privacy.texts')}</h2>
            <p>{t('privacy.textsLead')}</p>
            {ownData.length === 0 && <p>{t('privacy.textsNone')}</p>}
            {ownData.length > 0 && (
              <>
                <p>{t('privacy.textsFound', { count: ownData.length })}</p>
                <ul>
                  {ownData.slice(0, textsAtMost).map(({ id, threadId, passages }) => {
                    const subject = subjects.get(threadId)
                    return (
                      <li key={id}>
                        {passages.map((passage) => <mark key={passage} dir="auto">{passage}</mark>).flatMap((passage, place) => (place ? [', ', passage] : [passage]))}
                        {subject && <> – <a href={subject.edit(id)} lang={subject.lang}>{subject.title}</a></>}
                      </li>
                    )
                  })}
                </ul>
                <p>{t('privacy.textsChange')}</p>
              </>
            )}
          </section>
        )}
        {organisations.length > 0 && (
          <section aria-labelledby="organizacje">
            <h2 id="organizacje">{t('privacy.organisations')}</h2>
            <ul>
              {organisations.map(({ name, confirmed, last, onlyOwner }) => (
                <li key={name}>{t(!last ? (onlyOwner ? 'privacy.organisationHeir' : 'privacy.organisationOthers') : confirmed ? 'privacy.organisationLast' : 'privacy.organisationUnconfirmed', { name })}</li>
              ))}
              <li>{t('privacy.organisationContact')}</li>
              <li>{t('privacy.textsOrganisations')}</li>
            </ul>
          </section>
        )}
      </div>
      <ForgetDrafts><DeleteForm language={language} from={here} words={{ label: t('account.deleteTitle'), also: t('privacy.words'), alsoHint: t('privacy.wordsHint'), sure: t('privacy.sure'), confirm: t('account.deleteConfirm') }} /></ForgetDrafts>
      <p className="further"><a href={address(language, 'account')}>{t('privacy.keep')}</a></p>
    </div>
  )
}
