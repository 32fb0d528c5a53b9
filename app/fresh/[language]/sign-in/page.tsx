import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { askForLinkAction } from '@/lib/accounts/actions'
import { signInProblems } from '@/app/_components/accounts/problems'
import { getDraft } from '@/lib/accounts/queries'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, pageOf } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ powrot?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.signInTitle')} – ${t('site.name')}` }
}

export default async function SignIn({ params, searchParams }: Props) {
  const { language } = await params
  const returnTo = ownAddress((await searchParams).powrot)
  if (await currentViewer()) redirect(returnTo ?? address(language, 'account'))
  const t = translator(language)
  const found = returnTo ? pageOf(returnTo.split('?')[0]!) : null
  const draft = found?.page === 'write' ? await getDraft(null, decodeURIComponent(found.parameters.draft ?? '')) : null
  return (
    <div className="wrap page narrow">
      <h1>{t('account.signInTitle')}</h1>
      {draft && <div className="notice"><p>{t(draft.form === 'ballot' ? 'account.signInAfterVote' : 'account.signInAfterDraft')}</p></div>}
      <p className="lead">{t('account.signInLead')}</p>
      <Form className="form" action={askForLinkAction} language={language} from={address(language, 'signIn')} hidden={{ language, ...(returnTo && { returnTo }) }} problems={signInProblems(language)}>
        <Field name="email" type="email" autoComplete="email" label={t('account.email')} hint={t('account.emailHint')} required />
        <p><Submit>{t('account.send')}</Submit></p>
      </Form>
    </div>
  )
}
