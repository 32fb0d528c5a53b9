import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Body } from '@/app/_components/discussion/body'
import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { Logo } from '@/app/_components/files/logo'
import { PublicationCase } from '@/app/_components/moderation/desk/publication-case'
import { OrganisationProfile } from '@/app/_components/organisations/profile'
import { OrganisationFacts } from '@/app/_components/organisations/facts'
import { RegisterAnswer } from '@/app/_components/organisations/register-answer'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublicationCase } from '@/lib/moderation/queries/publication-case'
import { confirmOrganisationAction, refuseOrganisationAction } from '@/lib/organisations/actions'
import { getForDesk } from '@/lib/organisations/queries'
import { listLogos } from '@/lib/organisations/queries/logos'
import { listRegisterChecks } from '@/lib/organisations/queries/register'
import { regonChecks } from '@/lib/organisations/register-numbers'
import { canDecide } from '@/lib/organisations/rules'

type Props = { params: Promise<{ language: Language; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('organisation.desk.title')} – ${t('site.name')}` }
}

/** An organisation as a moderator sees it: what was typed, what to check, the decision about its registration, and what was reported since. */
export default async function ModerateOrganisation({ params }: Props) {
  const { language, id } = await params
  const here = address(language, 'moderateOrganisation', { id })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const organisation = await getForDesk(viewer, id)
  if (!organisation) nothingHere()
  const [checks, judged, logos] = await Promise.all([listRegisterChecks(viewer, id), getPublicationCase(viewer, { about: 'organisation', id }), listLogos(viewer, [id])])
  const t = translator(language)
  const objection = canDecide(viewer, organisation)
  const { krs, regon } = organisation
  const more = [
    [t('organisation.desk.contactEmail'), organisation.contactEmail],
    [t('organisation.desk.contactPhone'), organisation.contactPhone ?? t('organisation.desk.none')],
    [t('organisation.desk.registeredBy'), organisation.registeredBy ?? t('comment.removedAuthor')],
    [t('organisation.desk.registeredAt'), sayMoment(organisation.registeredAt, language)],
  ] as const
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'moderation')}>{t('site.desk')}</a></li><li>{t('organisation.desk.title')}</li></ol>
      </nav>
      <h1><bdi>{organisation.name}</bdi></h1>
      <p className="lead">{t(`organisation.state.${organisation.state}`)}</p>
      {judged && <PublicationCase found={judged} slug={organisation.slug} viewer={viewer} language={language} from={here} />}
      {judged && (
        <section className="preview">
          <h2 className="meta">{t('organisation.desk.asShown')}</h2>
          <Logo logo={logos[id]} language={language} large />
          <OrganisationProfile organisation={organisation} language={language} />
        </section>
      )}
      <div className="listed">
        <div className="prose">
          <h2>{t('organisation.desk.typed')}</h2>
          <OrganisationFacts organisation={organisation} language={language} more={more} />
          <RegisterAnswer organisation={organisation} checks={checks} language={language} from={here} />
          <h2>{t('organisation.about')}</h2>
          <Body text={organisation.about} />
          <h2>{t('organisation.desk.checks')}</h2>
          <ul>
            <li>{krs ? t('organisation.desk.checkKrs', { krs }) : t('organisation.desk.checkNoKrs')}</li>
            {regon && !regonChecks(regon) && <li><b>{t('organisation.desk.checkRegon', { regon })}</b></li>}
            {(organisation.nip || (regon && regonChecks(regon))) && <li>{t('organisation.desk.checkNumbersRight')}</li>}
            <li>{t('organisation.desk.checkPerson')}</li>
          </ul>
        </div>
        <section className="panel stack" id="decyzja" aria-labelledby="decyzja-naglowek">
          <h2 id="decyzja-naglowek">{t('organisation.desk.decision')}</h2>
          {objection && <p>{t(objection.key, objection.values)}</p>}
          {organisation.refusalReason && <p>{t('organisation.refusedBecause', { reason: organisation.refusalReason })}</p>}
          {!objection && (
            <>
              <Form action={confirmOrganisationAction} language={language} from={here} hidden={{ id }}>
                <p>{t('organisation.desk.confirmLead')}</p>
                <p><Submit>{t('organisation.desk.confirm')}</Submit></p>
              </Form>
              <Form className="stack" action={refuseOrganisationAction} language={language} from={here} hidden={{ id }}>
                <Field name="reason" rows={4} label={t('organisation.desk.reason')} hint={t('organisation.desk.reasonHint')} required />
                <p><Submit variant="secondary">{t('organisation.desk.refuse')}</Submit></p>
              </Form>
            </>
          )}
          <p><a href={address(language, 'moderation')}>{t('organisation.desk.back')}</a></p>
        </section>
      </div>
    </div>
  )
}
