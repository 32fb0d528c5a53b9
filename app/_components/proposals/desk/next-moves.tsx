import type { ReactNode } from 'react'
import { Body } from '@/app/_components/discussion/body'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Person } from '@/lib/person'
import { mayDecideAppeal, mayMove, mayPrepare, type Standing } from '@/lib/proposals/life-cycle'
import type { getForDesk } from '@/lib/proposals/queries/desk'
import { AppealAnswer } from './appeal-answer'
import { BeginForm } from './begin'
import { DecisionForm } from './decision'
import { FormalCheck, RejectForm } from './formal-check'
import { GrantYearLine } from './grant-year'
import { MergeForm, UnmergeForm } from './merging'

type Proposal = NonNullable<Awaited<ReturnType<typeof getForDesk>>>
type Props = {
  proposal: Proposal
  viewer: Person
  /** The criteria and points of its assessment, beside which a decision is prepared. */
  assessment?: ReactNode
  from: string
  language: Language
}

/** What may be done with a proposal now, asked of the table of moves; where nothing may, why. */
export function NextMoves({ proposal, viewer, assessment, from, language }: Props) {
  const t = translator(language)
  const { id, state, version, prepared, appeal, isPublic, mergedInto } = proposal
  const standing: Standing = { ...proposal, current: true }
  const hidden = { id, seen: proposal.moves.at(-1)!.id }
  const waiting = state === 'rejected' && appeal && !appeal.decidedAt
  const asked = waiting ? mayDecideAppeal : state === 'published' ? mayPrepare : state === 'merged' ? mayMove('unmerge') : state === 'accepted' ? mayMove('begin') : state === 'returned' ? mayMove('reject') : mayMove('publish')
  const objection = asked(viewer, { ...standing, appeal: waiting ? 'waiting' : 'none', appealOver: false })
  return (
    <>
      {appeal && (
        <div>
          <p><b>{t('life.appeal.from')}</b>, <time dateTime={appeal.appealedAt.toISOString()}>{sayMoment(appeal.appealedAt, language)}</time></p>
          <Body text={appeal.grounds} />
          {appeal.outcome && <p><b>{t(`life.appeal.${appeal.outcome}`)}</b></p>}
          {appeal.reason && <Body text={appeal.reason} />}
        </div>
      )}
      {objection && <p>{t(objection.key, objection.values)}</p>}
      {!objection && state === 'submitted' && <FormalCheck hidden={hidden} from={from} language={language} />}
      {!objection && state === 'returned' && <RejectForm hidden={hidden} from={from} language={language} />}
      {state === 'published' && assessment}
      {state === 'published' && proposal.grantYear && <GrantYearLine grantYear={proposal.grantYear} language={language} />}
      {!objection && state === 'published' && <DecisionForm id={id} version={version} prepared={prepared} from={from} language={language} />}
      {!objection && state === 'accepted' && <BeginForm id={id} from={from} language={language} />}
      {!objection && waiting && <AppealAnswer id={id} isPublic={isPublic} from={from} language={language} />}
      {!mayMove('merge')(viewer, standing) && (
        <details>
          <summary>{t('life.merge.title')}</summary>
          <MergeForm id={id} from={from} language={language} />
        </details>
      )}
      {!objection && mergedInto && <UnmergeForm id={id} other={mergedInto} from={from} language={language} />}
    </>
  )
}
