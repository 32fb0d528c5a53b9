import type { Metadata } from 'next'
import { Form, Submit } from '@/app/_components/form'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { stopSummaryAction } from '@/lib/moderation/actions/desk'
import { moderatorOfLink } from '@/lib/moderation/summary-link'

type Props = { params: Promise<{ language: Language; token: string }>; searchParams: Promise<{ zrobione?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('desk.unsubscribe.title')} – ${t('site.name')}`, robots: { index: false } }
}

/** What the link at the foot of the daily summary opens. Opening it changes nothing; the button does, without signing in. */
export default async function Unsubscribe({ params, searchParams }: Props) {
  const { language, token: encoded } = await params
  const token = decodeURIComponent(encoded)
  if (!moderatorOfLink(token)) nothingHere()
  const t = translator(language)
  const done = (await searchParams).zrobione
  return (
    <div className="wrap page narrow">
      <h1>{t(done ? 'desk.unsubscribe.doneTitle' : 'desk.unsubscribe.title')}</h1>
      <p className="lead">{t(done ? 'desk.unsubscribe.done' : 'desk.unsubscribe.lead')}</p>
      {!done && (
        <Form action={stopSummaryAction} language={language} from={address(language, 'unsubscribe', { token })} hidden={{ token }} label={t('desk.unsubscribe.title')}>
          <p className="acts"><Submit>{t('desk.unsubscribe.stop')}</Submit></p>
        </Form>
      )}
      {done && <p className="acts"><a className="ds-button" data-variant="secondary" href={`${address(language, 'moderation')}#ustawienia`}>{t('desk.unsubscribe.settings')}</a></p>}
    </div>
  )
}
