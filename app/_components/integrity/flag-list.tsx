import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { ListedFlag } from '@/lib/integrity/queries/flags'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Props = { flags: readonly ListedFlag[]; about: (flag: ListedFlag) => string; language: Language }

/** Flags, each with what was counted, about what, and how far people are with it. */
export function FlagList({ flags, about, language }: Props) {
  const t = translator(language)
  return (
    <ol className="list queue">
      {flags.map((flag) => {
        const { id, kind, evidence, questionId, lastAt, outcome, decision } = flag
        const state = outcome === 'nothing' ? 'nothing' : decision
        return (
          <li key={id}>
            <p className="labels">
              <span className="ds-tag" data-size="sm" data-color={colours[state]}>{t(`integrity.state.${state}`)}</span>
              <time className="meta" dateTime={lastAt.toISOString()}>{sayMoment(lastAt, language)}</time>
            </p>
            <h2><a href={address(language, 'flag', { flag: id })}>{t(`integrity.kind.${kind}`)}</a></h2>
            <p className="said" lang="pl">{about(flag)}</p>
            <p className="meta">{t('integrity.row', { ...evidence, about: questionId ? 'question' : 'thread' })}</p>
          </li>
        )
      })}
    </ol>
  )
}

const colours = { none: 'piernik', proposed: 'wisla', confirmed: 'brick', nothing: 'neutral' } as const
