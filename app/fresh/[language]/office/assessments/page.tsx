import type { Metadata } from 'next'
import { departmentIn } from '@/app/_components/assessment/words'
import { isAdmin } from '@/lib/accounts/rules'
import { address } from '@/lib/addresses'
import { listCalls, listForwarded, listMine, stages } from '@/lib/assessment/queries/work'
import { sayDate } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { isCoordinator } from '@/lib/proposals/life-cycle'
import { whoAssesses } from './assessing'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('assessment.title')} – ${t('site.name')}` }
}

/** Work lists: what waits for whoever looks, for the whole call, and for departments. */
export default async function Assessments({ params }: Props) {
  const { language } = await params
  const viewer = await whoAssesses(language, address(language, 'assessments'))
  const t = translator(language)
  const [mine, calls, forwarded] = await Promise.all([listMine(viewer), listCalls(viewer), listForwarded(viewer)])
  const card = (id: string) => address(language, 'assessmentCard', { id })
  const about = (id: string) => address(language, 'assessProposal', { id })
  return (
    <div className="wrap page narrow-page">
      <h1>{t('assessment.title')}</h1>
      <p className="lead">{t('assessment.lead')} <a href={address(language, 'assessmentCriteria')}>{t('assessment.result.criteria')}</a></p>
      {viewer.roles.includes('official') && (
        <section className="office-part" aria-labelledby="moje">
          <h2 id="moje">{t('assessment.mine.title')} <span className="count">{mine.waiting.length}</span></h2>
          {mine.waiting.length === 0 && <p>{t('assessment.mine.none')}</p>}
          {([true, false] as const).map((overdue) => {
            const items = mine.waiting.filter((each) => each.overdue === overdue)
            return items.length > 0 && (
              <div key={String(overdue)}>
                <h3>{t(overdue ? 'assessment.mine.overdue' : 'assessment.mine.due')} <span className="count">{items.length}</span></h3>
                <ul className="office-list">
                  {items.map(({ id, title, organisation, dueOn, step }) => (
                    <li key={id}>
                      <a href={card(id)} lang="pl">{title}</a>
                      <span className="meta"><bdi>{organisation}</bdi> · {t('assessment.step', { step })} · <span className={overdue ? 'late' : undefined}>{t(overdue ? 'assessment.overdue' : 'assessment.dueOn', { day: sayDate(dueOn, language) })}</span></span>
                    </li>
                  ))}
                </ul>
              </div>
            )
          })}
          <h3>{t('assessment.mine.done')} <span className="count">{mine.doneTotal}</span></h3>
          {mine.done.length === 0 && <p>{t('assessment.mine.doneNone')}</p>}
          <ul className="office-list">
            {mine.done.map(({ id, title, organisation, step }) => (
              <li key={id}><a href={card(id)} lang="pl">{title}</a><span className="meta"><bdi>{organisation}</bdi> · {t('assessment.step', { step })}</span></li>
            ))}
          </ul>
          {mine.doneTotal > mine.done.length && <p className="meta">{t('assessment.mine.hidden', { shown: mine.done.length, total: mine.doneTotal })}</p>}
        </section>
      )}
      {!isCoordinator(viewer, null) && (
        <section className="office-part" aria-labelledby="nabor">
          <h2 id="nabor">{t('assessment.lists.title')}</h2>
          {stages.map((stage) => {
            const items = calls.filter((each) => each.stage === stage)
            return (
              <div key={stage}>
                <h3>{t(`assessment.lists.${stage}`)} <span className="count">{items.length}</span></h3>
                {items.length === 0 && <p className="meta">{t('assessment.lists.none')}</p>}
                <ul className="office-list">
                  {items.map(({ id, title, organisation, handed, wanted, late, own }) => (
                    <li key={id}>
                      {own ? <span lang="pl">{title}</span> : <a href={about(id)} lang="pl">{title}</a>}
                      <span className="meta"><bdi>{organisation}</bdi> · {own ? t('assessment.lists.own') : t('assessment.lists.cards', { handed, wanted })}{late > 0 && <> · <span className="late">{t('assessment.lists.late', { count: late })}</span></>}</span>
                    </li>
                  ))}
                </ul>
              </div>
            )
          })}
        </section>
      )}
      <section className="office-part" aria-labelledby="przekazane">
        <h2 id="przekazane">{t('assessment.forwarded.title')} <span className="count">{forwarded.length}</span></h2>
        {forwarded.length === 0 && <p>{t('assessment.forwarded.none')}</p>}
        <ul className="office-list">
          {forwarded.map((each) => (
            <li key={each.id}>
              <a href={`${about(each.proposalId)}#wydzialy`} lang="pl">{each.title}</a>
              <span className="meta"><bdi>{each.organisation}</bdi> · <span className={each.overdue ? 'late' : undefined}>{t(each.overdue ? 'assessment.forwarded.toOverdue' : 'assessment.forwarded.to', { department: departmentIn(language, each), day: sayDate(each.dueOn, language) })}</span></span>
            </li>
          ))}
        </ul>
      </section>
      {!isAdmin(viewer, null) && <p className="further"><a href={address(language, 'adoptCriteria')}>{t('assessment.adopt.link')}</a></p>}
    </div>
  )
}
