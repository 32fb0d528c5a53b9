import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Select } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { ModeChoice } from '@/app/_components/proposals/mode-choice'
import { NotAnOffer } from '@/app/_components/proposals/not-an-offer'
import { TitleText } from '@/app/_components/strategy/title'
import { hasName } from '@/lib/accounts/rules'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listMemberships } from '@/lib/organisations/queries'
import { objectionTo } from '@/lib/policy'
import { startProposalAction } from '@/lib/proposals/actions'
import { mayStart } from '@/lib/proposals/life-cycle'
import { listTaskTitles } from '@/lib/strategy/queries'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ zadanie?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('proposal.newTitle')} – ${t('site.name')}` }
}

/** What it takes, in whose name, and the beginning of a draft. */
export default async function NewProposal({ params, searchParams }: Props) {
  const { language } = await params
  const { zadanie } = await searchParams
  const here = withQuery(address(language, 'newProposal'), { zadanie: typeof zadanie === 'string' ? zadanie : undefined })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const t = translator(language)
  const [memberships, tasks] = await Promise.all([listMemberships(viewer), listTaskTitles(viewer, language)])
  const organisations = memberships.filter(({ state }) => state === 'confirmed')
  const waiting = memberships.filter(({ state }) => state === 'waiting')
  const task = tasks.find(({ code }) => code === zadanie)
  const nameless = hasName(viewer, null)
  const objection = objectionTo(mayStart, viewer, { isMember: true, confirmed: true })
  return (
    <div className="wrap page narrow">
      <h1>{t('proposal.newTitle')}</h1>
      <p className="lead">{t('proposal.newLead')}</p>
      {task && <p className="adopted">{t('proposal.startedFrom', { code: task.code, title: '' })}<span><TitleText title={task.title} language={language} /></span></p>}
      <NotAnOffer language={language} />
      <section className="prose">
        <h2>{t('proposal.prepare')}</h2>
        <ul>
          <li>{t('proposal.prepare1')}</li>
          <li>{t('proposal.prepare2')}</li>
          <li>{t('proposal.prepare3')}</li>
        </ul>
        <p>{t('proposal.afterwards')}</p>
      </section>
      {organisations.length === 0 && (
        <section className="panel" style={{ marginBlockStart: '1.6rem' }}>
          <h2>{t('proposal.noOrganisation')}</h2>
          {waiting.map(({ id, name }) => <p key={id}>{t('proposal.waitingOrganisation', { name })}</p>)}
          {waiting.length === 0 && <p>{t('proposal.noOrganisationLead')}</p>}
          {waiting.length === 0 && <p><a className="ds-button" href={address(language, 'newOrganisation')}>{t('organisation.register')}</a></p>}
        </section>
      )}
      {organisations.length > 0 && objection && (
        <section className="panel" style={{ marginBlockStart: '1.6rem' }}>
          <p>{t(objection.key, objection.values)}</p>
          {nameless && <p><a className="ds-button" href={withQuery(address(language, 'welcome'), { powrot: here })}>{t('proposal.nameFirst')}</a></p>}
        </section>
      )}
      {organisations.length > 0 && !objection && (
        <Form className="form" action={startProposalAction} language={language} from={here} values={{ mode: 'idea' }} hidden={{ ...(task && { task: task.code }), ...(organisations.length === 1 && { organisationId: organisations[0]!.id }) }}>
          {organisations.length === 1 ? (
            <p>{t('proposal.inName', { organisation: organisations[0]!.name })}</p>
          ) : (
            <Select name="organisationId" label={t('proposal.organisation')} hint={t('proposal.organisationHint')} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
          )}
          <ModeChoice mode="idea" language={language} />
          <p><Submit>{t('proposal.start')}</Submit></p>
        </Form>
      )}
    </div>
  )
}
