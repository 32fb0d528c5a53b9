import { reportIllegalAction } from '@/lib/moderation/actions'
import { idsOf, type Content } from '@/lib/moderation/contents'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { Field, Tick } from '../fields'
import { Form, Submit } from '../form'

type Props = { content: Content; revision: number; language: Language; from: string; comesBackTo: string }

/** A notice that something is illegal: the exact words, why, who says so, and in good faith. */
export function NoticeForm({ content, revision, language, from, comesBackTo }: Props) {
  const t = translator(language)
  return (
    <Form
      className="form"
      action={reportIllegalAction}
      language={language}
      from={from}
      comesBackTo={comesBackTo}
      hidden={{ ...idsOf(content), revision: String(revision) }}
      values={{ passage: '', sentence: '', law: '', aboutChildren: '', name: '', email: '', urgent: '', goodFaith: '' }}
      label={t('moderation.notice.title')}
    >
      <Field name="passage" rows={3} label={t('moderation.notice.passage')} hint={t('moderation.notice.passageHint', { about: content.about })} required />
      <Field name="sentence" rows={5} label={t('moderation.notice.sentence')} hint={t('moderation.notice.sentenceHint')} required />
      <Field name="law" label={t('moderation.notice.law')} hint={t('moderation.notice.lawHint')} />
      <Tick name="aboutChildren" legend={t('moderation.notice.children')} hint={t('moderation.notice.childrenHint')} label={t('moderation.notice.childrenLabel')} />
      <Field name="name" autoComplete="name" label={t('moderation.notice.name')} width="middle" />
      <Field name="email" type="email" autoComplete="email" label={t('moderation.notice.email')} hint={t('moderation.notice.emailHint')} width="middle" />
      <Tick name="urgent" legend={t('moderation.report.urgent')} label={t('moderation.report.urgentLabel')} />
      <Tick name="goodFaith" legend={t('moderation.notice.goodFaith')} label={t('moderation.notice.goodFaithLabel')} />
      <p><Submit>{t('moderation.notice.send')}</Submit></p>
    </Form>
  )
}
