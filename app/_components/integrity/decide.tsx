import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import { dismissFlagAction, proposeInvalidationAction, shareNetworkAction } from '@/lib/integrity/actions'
import type { Flag } from '@/lib/integrity/queries/flags'
import { ballotsAtLeast, canDismiss, canProposeInvalidation, canShareNetworks } from '@/lib/integrity/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Person } from '@/lib/person'

type Props = { flag: Flag; viewer: Person; language: Language; here: Address }

/** What can be done about a flag: nothing, for a reason; proposing that its votes should not count; knowing its network. */
export function DecideAboutFlag({ flag, viewer, language, here }: Props) {
  const t = translator(language)
  const state = { settled: flag.settledAt !== null, own: flag.own, about: flag.questionId ? 'question' as const : 'thread' as const, ballots: flag.votes, decision: flag.decision }
  const objection = canDismiss(viewer, state)
  const common = { language, from: here, hidden: { flagId: flag.id }, className: 'stack' }
  return (
    <div className="panel stack">
      <h2>{t('integrity.decide.title')}</h2>
      {objection && <p>{t(objection.key, objection.values)}</p>}
      {!objection && (
        <Form {...common} action={dismissFlagAction} label={t('integrity.decide.nothing')}>
          <p>{t('integrity.decide.nothingLead')}</p>
          <Field name="reason" rows={3} label={t('integrity.decide.reason')} hint={t('integrity.decide.reasonHint')} required />
          <p><Submit>{t('integrity.decide.dismiss')}</Submit></p>
        </Form>
      )}
      {!canProposeInvalidation(viewer, state) && (
        <Form {...common} action={proposeInvalidationAction} label={t('integrity.decide.invalidate')}>
          <h3>{t('integrity.decide.invalidate')}</h3>
          <p>{t('integrity.decide.invalidateLead', { votes: flag.votes })}</p>
          <Field name="reason" rows={5} label={t('integrity.decide.publicReason')} hint={t('integrity.decide.publicReasonHint')} required />
          <p><Submit variant="secondary">{t('integrity.decide.propose')}</Submit></p>
        </Form>
      )}
      {!objection && flag.questionId && flag.votes < ballotsAtLeast && <p>{t('integrity.decide.tooFew', { atLeast: ballotsAtLeast })}</p>}
      {!objection && flag.threadId && <p>{t('integrity.decide.commentsLead')}</p>}
      {flag.kind === 'network-burst' && !canShareNetworks(viewer, null) && (
        <Form {...common} action={shareNetworkAction} label={t('integrity.networks.fromFlag')}>
          <h3>{t('integrity.networks.fromFlag')}</h3>
          <p>{t('integrity.networks.fromFlagLead')}</p>
          <Field name="name" label={t('integrity.networks.name')} hint={t('integrity.networks.nameHint')} required />
          <p><Submit variant="secondary">{t('integrity.networks.add')}</Submit></p>
        </Form>
      )}
    </div>
  )
}
