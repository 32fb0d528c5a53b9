import type { Metadata } from 'next'
import { ProposalFilter } from '@/app/_components/proposals/filter'
import { ProposalList } from '@/app/_components/proposals/list'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { publicStates } from '@/lib/proposals/life-cycle'
import { listPublished } from '@/lib/proposals/queries/published'
import { listTaskTitles } from '@/lib/strategy/queries'
import { taskCode } from '@/lib/strategy/rules'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ stan?: string | string[]; zadanie?: string | string[] }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('life.filter.heading')} – ${t('site.name')}`, robots: { index: false } }
}

const shownAtMost = 100

/** Proposals of one state, for one task, or both. */
export default async function ChosenProposals({ params, searchParams }: Props) {
  const { language } = await params
  const { stan, zadanie } = await searchParams
  const t = translator(language)
  const state = publicStates.find((each) => each === [stan].flat()[0])
  const task = [zadanie].flat().find((code) => code && taskCode.test(code))
  const [{ items, next }, tasks] = await Promise.all([listPublished(null, { state, task, limit: shownAtMost }), listTaskTitles(null, language)])
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'proposals')}>{t('proposal.heading')}</a></li></ol>
      </nav>
      <h1>{t('life.filter.heading')}</h1>
      <ProposalFilter tasks={tasks} state={state} task={task} language={language} />
      <p role="status">{next ? t('life.filter.more', { max: shownAtMost }) : t('life.filter.found', { count: items.length })}</p>
      <ProposalList proposals={items} language={language} />
      <p className="further"><a href={address(language, 'proposals')}>{t('life.filter.all')}</a></p>
    </div>
  )
}
