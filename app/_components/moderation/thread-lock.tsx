import type { Address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { lockThreadAction, unlockThreadAction } from '@/lib/moderation/actions'
import type { Case } from '@/lib/moderation/queries/case'
import { movesOpenTo } from '@/lib/moderation/rules'
import type { Person } from '@/lib/person'
import { Field, Select } from '../fields'
import { Form, Submit } from '../form'
import { PastDecisions } from './past-decisions'
import { ruleOptions } from './grounds'

type Props = { thread: Case['thread']; viewer: Person; language: Language; from: Address }

/** Whether the discussion takes comments, what was decided about it, and the form to change it. */
export function ThreadLock({ thread, viewer, language, from }: Props) {
  const t = translator(language)
  const newest = thread.decisions[0]?.id ?? null
  const [move] = movesOpenTo(viewer, { state: thread.lockedAt ? 'locked' : 'open', own: thread.own, waiting: 0, newest })
  return (
    <section className="stack" aria-labelledby="dyskusja">
      <h2 id="dyskusja">{t('moderation.case.thread')}</h2>
      <p>{thread.lockedAt ? t('moderation.case.threadLocked', { date: sayMoment(thread.lockedAt, language) }) : t('moderation.case.threadOpen')}</p>
      {thread.decisions.length > 0 && <PastDecisions decisions={thread.decisions} language={language} />}
      {!move && <div className="notice"><p>{t('moderation.objection.own')}</p></div>}
      {move && (
        <Form
          key={newest}
          className="form"
          action={move === 'lock' ? lockThreadAction : unlockThreadAction}
          language={language}
          from={from}
          hidden={{ threadId: thread.id, seen: newest ?? '' }}
          values={{ sentence: '', ...(move === 'lock' && { ground: '' }) }}
          label={t(move === 'lock' ? 'moderation.case.lock' : 'moderation.case.unlock')}
        >
          {move === 'lock' && <p>{t('moderation.case.lockLead')}</p>}
          {move === 'lock' && <Select name="ground" label={t('moderation.case.lockRule')} options={[{ value: '', label: t('moderation.case.choosePlease') }, ...ruleOptions(language)]} />}
          <Field name="sentence" rows={2} label={t(move === 'lock' ? 'moderation.case.lockSentence' : 'moderation.case.unlockSentence')} hint={t('moderation.case.internal')} required />
          <p><Submit variant="secondary">{t(move === 'lock' ? 'moderation.case.lock' : 'moderation.case.unlock')}</Submit></p>
        </Form>
      )}
    </section>
  )
}
