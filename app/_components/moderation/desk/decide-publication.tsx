import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { decideOnPublicationAction } from '@/lib/moderation/actions'
import { idsOf, type Content, type PublicationKind } from '@/lib/moderation/contents'
import type { PublicationMove } from '@/lib/moderation/rules'
import { Choices, Field } from '../../fields'
import { Form, Submit } from '../../form'
import { ruleOptions } from '../grounds'

type Props = { content: Content & { about: PublicationKind }; moves: PublicationMove[]; seen: string | null; language: Language; from: Address }

/** The decision about a proposal or a profile: hide it or keep it, or show it again. */
export function DecidePublication({ content, moves, seen, language, from }: Props) {
  const t = translator(language)
  const { about } = content
  const [only, another] = moves
  const hides = moves.includes('hide')
  const keys = { hide: 'h', keep: 'o', restore: undefined } as const
  return (
    <Form
      className="form decide"
      action={decideOnPublicationAction}
      language={language}
      from={from}
      hidden={{ ...idsOf(content), seen: seen ?? '', ...(!another && { kind: only! }) }}
      values={{ ...(another && { kind: '' }), ground: '', law: '', sentence: '' }}
      label={t('moderation.case.decide')}
    >
      {another && (
        <Choices
          name="kind"
          legend={t('moderation.publication.choose', { about })}
          options={moves.map((move) => ({ value: move, shortcut: keys[move], label: t(`moderation.case.${move}`), hint: move === 'hide' ? t('moderation.publication.hideHint', { about }) : t('moderation.case.keepHint') }))}
        />
      )}
      {hides && (
        <>
          {!another && <p>{t('moderation.publication.hideHint', { about })}</p>}
          <div className="which-rule"><Choices name="ground" legend={t('moderation.case.rule')} options={ruleOptions(language).map((rule, place) => ({ ...rule, shortcut: String(place + 1) }))} /></div>
          <div className="which-law"><Field name="law" label={t('sanction.law')} hint={t('sanction.lawHint')} /></div>
        </>
      )}
      <Field name="sentence" rows={4} label={t(hides ? 'moderation.case.sentence' : 'moderation.publication.restoreWhy')} hint={t(hides ? 'moderation.publication.sentenceHint' : 'moderation.publication.restoreHint')} shortcut="s" required />
      <p className="meta">{t('moderation.case.final')}</p>
      <p><Submit>{t(another ? 'moderation.case.save' : hides ? 'moderation.case.hide' : 'moderation.publication.restore')}</Submit></p>
    </Form>
  )
}
