import { Form, Submit } from '@/app/_components/form'
import { Field } from '@/app/_components/fields'
import type { Address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import { confirmBallotDecisionAction, proposeRestoringAction, rejectBallotDecisionAction } from '@/lib/integrity/actions'
import type { DecisionOfFlag } from '@/lib/integrity/queries/decisions'
import type { Flag } from '@/lib/integrity/queries/flags'
import { canConfirm, canProposeRestoring, canReject, type DecisionState } from '@/lib/integrity/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Person } from '@/lib/person'

type Props = { flag: Flag; decisions: readonly DecisionOfFlag[]; viewer: Person; language: Language; here: Address }

/** What was proposed and decided about a flag, oldest first, each with what this moderator may do about it now. */
export function FlagDecisions({ flag, decisions, viewer, language, here }: Props) {
  const t = translator(language)
  if (!decisions.length && !flag.settledAt) return null
  return (
    <section aria-labelledby="postanowiono">
      <h2 id="postanowiono">{t('integrity.decide.noted')}</h2>
      {flag.outcome === 'nothing' && <p>{t('integrity.decide.dismissed', { name: flag.settledBy ?? t('comment.removedAuthor'), date: sayMoment(flag.settledAt!, language), reason: flag.reason! })}</p>}
      <ol className="past">
        {decisions.map((decision) => <Decision key={decision.id} own={flag.own} {...{ decision, viewer, language, here }} />)}
      </ol>
    </section>
  )
}

function Decision({ decision, own, viewer, language, here }: Pick<Props, 'viewer' | 'language' | 'here'> & { decision: DecisionOfFlag; own: boolean }) {
  const t = translator(language)
  const { id, kind, ballots, reason, proposedBy, proposedById, proposedAt, confirmedBy, confirmedAt, rejectedAt, undone } = decision
  const state: DecisionState = { kind, proposedById, own, undone, state: confirmedAt ? 'confirmed' : rejectedAt ? 'rejected' : 'proposed' }
  const nobody = t('comment.removedAuthor')
  const common = { language, from: here, hidden: { decisionId: id } }
  return (
    <li>
      <b>{t('integrity.decide.proposedBy', { kind, ballots, name: proposedBy ?? nobody, date: sayMoment(proposedAt, language) })}</b>
      <p className="said"><bdi>{reason}</bdi></p>
      {confirmedAt && <p className="meta">{t('integrity.decide.confirmedBy', { name: confirmedBy ?? nobody, date: sayMoment(confirmedAt, language) })}</p>}
      {rejectedAt && <p className="meta">{t('integrity.decide.rejected', { date: sayMoment(rejectedAt, language) })}</p>}
      {state.state === 'proposed' && canConfirm(viewer, state) && <p>{t('integrity.decide.waits')}</p>}
      {!canConfirm(viewer, state) && <Form {...common} action={confirmBallotDecisionAction}><p><Submit>{t('integrity.decide.confirm', { kind })}</Submit></p></Form>}
      {!canReject(viewer, state) && <Form {...common} action={rejectBallotDecisionAction}><p><Submit variant="secondary">{t(proposedById === viewer.id ? 'integrity.decide.withdraw' : 'integrity.decide.reject')}</Submit></p></Form>}
      {!canProposeRestoring(viewer, state) && (
        <Form {...common} className="stack" action={proposeRestoringAction}>
          <h3>{t('integrity.decide.restore')}</h3>
          <p>{t('integrity.decide.restoreLead')}</p>
          <Field name="reason" rows={4} label={t('integrity.decide.publicReason')} hint={t('integrity.decide.publicReasonHint')} required />
          <p><Submit variant="secondary">{t('integrity.decide.proposeRestoring')}</Submit></p>
        </Form>
      )}
    </li>
  )
}
