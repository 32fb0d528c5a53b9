import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Form, Submit } from '@/app/_components/form'
import { askForLinkAction } from '@/lib/accounts/actions'
import { getOwnEmail } from '@/lib/accounts/queries'
import { freshMinutes } from '@/lib/accounts/rules'
import { currentViewer, signedInLately } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { askForCopyAction } from '@/lib/privacy/actions'
import { getOwnCopy } from '@/lib/privacy/queries'
import { copyHours } from '@/lib/privacy/rules'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('privacy.copy.title')} – ${t('site.name')}` }
}

/** A copy of all that we know about somebody: asked for, waited for, fetched by whoever has just signed in. */
export default async function OwnCopy({ params }: Props) {
  const { language } = await params
  const here = address(language, 'accountCopy')
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const t = translator(language)
  const copy = await getOwnCopy(viewer)
  return (
    <div className="wrap page narrow stack">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'account')}>{t('account.title')}</a></li><li>{t('privacy.copy.title')}</li></ol>
      </nav>
      <h1>{t('privacy.copy.title')}</h1>
      <p className="lead">{t('privacy.copy.lead')}</p>
      <p>{t('privacy.copy.others')}</p>
      {!copy && (
        <>
          <p>{t('privacy.copy.how', { hours: copyHours })}</p>
          <Form action={askForCopyAction} language={language} from={here} hidden={{ language }}><p><Submit>{t('privacy.copy.ask')}</Submit></p></Form>
        </>
      )}
      {copy && !copy.readyAt && (
        <section className="notice" role="status">
          <p><b>{t('privacy.copy.waits')}.</b> {t('privacy.copy.waitsLead')}</p>
          <p><a href={here}>{t('privacy.copy.look')}</a></p>
        </section>
      )}
      {copy?.expiresAt && (
        <section className="stack">
          <h2>{t('privacy.copy.ready')}</h2>
          <p>{t('privacy.copy.until', { moment: sayMoment(copy.expiresAt, language) })}</p>
          {(await signedInLately())
            ? (
                <>
                  <p><a className="ds-button" href="/api/account/copy/html" download>{t('privacy.copy.page')}</a></p>
                  <p><a className="ds-button" data-variant="secondary" href="/api/account/copy/json" download>{t('privacy.copy.json')}</a></p>
                </>
              )
            : <SignInAgain email={(await getOwnEmail(viewer)) ?? ''} language={language} />}
        </section>
      )}
    </div>
  )
}

/** The way every sign-in goes: a link to the person's own address, and back here. */
function SignInAgain({ email, language }: { email: string; language: Language }) {
  const t = translator(language)
  const here = address(language, 'accountCopy')
  return (
    <div className="notice stack">
      <p><b>{t('privacy.copy.again')}.</b> <bdi>{t('privacy.copy.againLead', { minutes: freshMinutes, email })}</bdi></p>
      <Form action={askForLinkAction} language={language} from={here} hidden={{ language, email, returnTo: here }}><p><Submit>{t('privacy.copy.send')}</Submit></p></Form>
    </div>
  )
}
