import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { mergeProposalAction, unmergeProposalAction } from '@/lib/proposals/actions/course'

/** Joining a proposal to one that says the same. */
export function MergeForm({ id, from, language }: { id: string; from: string; language: Language }) {
  const t = translator(language)
  return (
    <Form className="stack" action={mergeProposalAction} language={language} from={from} hidden={{ id }}>
      <p>{t('life.merge.lead')}</p>
      <Field name="into" label={t('life.merge.into')} hint={t('life.merge.intoHint')} required />
      <Field name="reason" rows={3} label={t('life.merge.reason')} hint={t('life.decision.reasonHint')} required />
      <p><Submit variant="secondary">{t('life.merge.submit')}</Submit></p>
    </Form>
  )
}

export function UnmergeForm({ id, other, from, language }: { id: string; other: { slug: string; title: string }; from: string; language: Language }) {
  const t = translator(language)
  return (
    <Form className="stack" action={unmergeProposalAction} language={language} from={from} hidden={{ id }}>
      <p>{t('life.merge.mergedInto')} <a href={address(language, 'proposal', { slug: other.slug })}>{other.title}</a></p>
      <Field name="reason" rows={3} label={t('life.merge.undoReason')} hint={t('life.decision.reasonHint')} required />
      <p><Submit variant="secondary">{t('life.merge.undo')}</Submit></p>
    </Form>
  )
}
