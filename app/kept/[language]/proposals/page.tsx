import type { Metadata } from 'next'
import { ProposalFilter } from '@/app/_components/proposals/filter'
import { ProposalList } from '@/app/_components/proposals/list'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { keepForAMinute, keepUntilTouched } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listPublished } from '@/lib/proposals/queries/published'
import { listTaskTitles } from '@/lib/strategy/queries'
import { tag } from '@/lib/tags'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'proposals', (t) => t('proposal.heading'))

/** What organisations propose, the newest first. */
export default async function Proposals({ params }: Props) {
  const language = await languageIn(params)
  const t = translator(language)
  const [{ items, next }, tasks] = await Promise.all([keptProposals(), keptTasks(language)])
  return (
    <div className="wrap page">
      <h1>{t('proposal.heading')}</h1>
      <p className="lead">{t('proposal.lead')}</p>
      <div className="listed">
        <div>
          <ProposalFilter tasks={tasks} language={language} />
          {items.length === 0 && <p className="empty">{t('proposal.empty')}</p>}
          <ProposalList proposals={items} language={language} />
          {next && <p className="further"><a className="ds-button" data-variant="secondary" href={address(language, 'olderProposals', { cursor: next })}>{t('proposal.older')}</a></p>}
        </div>
        <aside className="panel">
          <p>{t('organisation.why')}</p>
          <p><a className="ds-button" href={address(language, 'newProposal')}>{t('proposal.propose')}</a></p>
        </aside>
      </div>
    </div>
  )
}

async function keptProposals() {
  'use cache'
  keepForAMinute(tag.proposals) // For supports and comments.
  return listPublished(null)
}

async function keptTasks(language: Language) {
  'use cache'
  keepUntilTouched(tag.strategy)
  return listTaskTitles(null, language)
}
