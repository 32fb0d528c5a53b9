import type { Metadata } from 'next'
import { FlagList } from '@/app/_components/integrity/flag-list'
import { SharedNetworks } from '@/app/_components/integrity/shared-networks'
import { address, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import { countOpenBallotAppeals } from '@/lib/integrity/queries/appeals'
import { getAsked, listFlags, listSharedNetworks, type ListedFlag } from '@/lib/integrity/queries/flags'
import { canShareNetworks } from '@/lib/integrity/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { moderatorAt } from '../at-the-desk'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ lista?: string | string[]; od?: string | string[] }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('integrity.title')} – ${t('site.name')}` }
}

/** What looks like a campaign, in numbers, for people to judge; and, for admins, whose networks many people share. */
export default async function Flags({ params, searchParams }: Props) {
  const { language } = await params
  const { lista, od } = await searchParams
  const here = address(language, 'flags')
  const viewer = await moderatorAt(language, here)
  const t = translator(language)
  const settled = [lista].flat()[0] === 'rozpatrzone'
  const after = [od].flat()[0] ?? ''
  const mayShare = !canShareNetworks(viewer, null)
  const [{ flags, next, total }, others, appeals, networks] = await Promise.all([
    listFlags(viewer, { settled, after: isUuid(after) ? after : undefined }),
    listFlags(viewer, { settled: !settled }),
    countOpenBallotAppeals(viewer),
    mayShare ? listSharedNetworks(viewer) : [],
  ])
  const given = (ids: (string | null)[]) => ids.filter((id) => id !== null)
  const [asked, subjects] = await Promise.all([getAsked(viewer, given(flags.map(({ questionId }) => questionId))), getSubjects(viewer, language, given(flags.map(({ threadId }) => threadId)))])
  const about = ({ questionId, threadId }: ListedFlag) => (questionId ? asked.get(questionId) : subjects.get(threadId!)?.title) || t('integrity.unknownSubject')
  const list = (which: boolean) => withQuery(here, { lista: which ? 'rozpatrzone' : undefined })
  return (
    <div className="wrap page desk">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}><ol><li><a href={address(language, 'moderation')}>{t('site.desk')}</a></li></ol></nav>
      <h1>{t('integrity.title')}</h1>
      <p className="lead">{t('integrity.lead')}</p>
      <nav aria-label={t('integrity.title')} className="tools">
        <ul className="orders">
          {[false, true].map((which) => (
            <li key={String(which)}><a href={list(which)} aria-current={which === settled ? 'page' : undefined}>{t(which ? 'integrity.settled' : 'integrity.open')} <span className="count">{which === settled ? total : others.total}</span></a></li>
          ))}
          <li><a href={address(language, 'moderateAppeals')}>{t('sanction.desk.list')} <span className="count">{appeals}</span></a></li>
        </ul>
      </nav>
      {flags.length ? <FlagList flags={flags} about={about} language={language} /> : <p className="empty">{t(settled ? 'integrity.emptySettled' : 'integrity.empty')}</p>}
      {next && <p className="further"><a className="ds-button" data-variant="secondary" href={withQuery(list(settled), { od: next })}>{t('integrity.next')}</a></p>}
      {mayShare && <SharedNetworks networks={networks} language={language} />}
    </div>
  )
}
