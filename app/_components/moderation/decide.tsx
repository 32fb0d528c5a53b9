import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { decideOnCommentAction } from '@/lib/moderation/actions'
import type { CommentMove } from '@/lib/moderation/rules'
import { Choices, Field } from '../fields'
import { Form, Submit } from '../form'
import { templatesFor, type TemplateKey } from './desk/template-list'
import { Templates } from './desk/templates'
import { ruleOptions } from './grounds'

type Props = {
  commentId: string
  /** Nobody can read it until it is kept. */
  held: boolean
  moves: CommentMove[]
  seen: string | null
  /** A reason to start from, chosen by its link. */
  template?: TemplateKey
  language: Language
  from: Address
}

/** The key that chooses each, said in key-list.tsx. */
const keys = { hide: 'h', remove: 'r', redact: 'f', keep: 'o', restore: undefined } as const satisfies Record<CommentMove, string | undefined>

/** The decision about a comment: hide or keep, or restore it. */
export function Decide({ commentId, held, moves, seen, template, language, from }: Props) {
  const t = translator(language)
  const [only, another] = moves
  const hides = moves.includes('hide')
  const templates = another ? templatesFor(language, from) : []
  const chosen = templates.find(({ key }) => key === template)
  return (
    <Form
      className="form decide"
      action={decideOnCommentAction}
      language={language}
      from={from}
      hidden={{ commentId, seen: seen ?? '', ...(!another && { kind: only! }) }}
      values={{ ...(another && { kind: chosen?.kind ?? '' }), ground: chosen?.ground ?? '', law: '', passage: '', sentence: chosen?.sentence ?? '' }}
      label={t('moderation.case.decide')}
    >
      {another && (
        <Choices
          name="kind"
          legend={t('moderation.case.choose')}
          options={moves.map((move) => ({
            value: move,
            shortcut: keys[move],
            ...(move === 'keep' && held ? { label: t('moderation.case.release'), hint: t('moderation.case.releaseHint') } : { label: t(`moderation.case.${move}`), hint: move === 'restore' ? undefined : t(`moderation.case.${move}Hint`) }),
          }))}
        />
      )}
      {moves.includes('redact') && <div className="which-passage"><Field name="passage" rows={2} label={t('moderation.case.passageLabel')} hint={t('moderation.case.passageHint')} /></div>}
      {hides && (
        <>
          <div className="which-rule"><Choices name="ground" legend={t('moderation.case.rule')} options={ruleOptions(language).map((rule, place) => ({ ...rule, shortcut: String(place + 1) }))} /></div>
          <div className="which-law"><Field name="law" label={t('sanction.law')} hint={t('sanction.lawHint')} /></div>
        </>
      )}
      {another && <Templates templates={templates} words={{ title: t('desk.template.title'), hint: t('desk.template.hint') }} />}
      <Field name="sentence" rows={4} label={t(hides ? 'moderation.case.sentence' : 'moderation.case.sentenceRestore')} hint={t(hides ? 'moderation.case.sentenceHint' : 'moderation.case.sentenceRestoreHint')} shortcut="s" required />
      <p className="meta">{t('moderation.case.final')}</p>
      <p><Submit>{t(another ? 'moderation.case.save' : hides ? 'moderation.case.hideIt' : 'moderation.case.restore')}</Submit></p>
    </Form>
  )
}
