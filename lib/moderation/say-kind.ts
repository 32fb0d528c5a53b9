import type { Language } from '../language'
import { translator } from '../messages'
import { aboutOf, type DecidedAbout } from './contents'
import type { DecisionKind, PublicationMove } from './rules'

/** What was decided, in words that fit into a sentence: „ukrycie propozycji”. */
export const sayKindOf = (about: DecidedAbout, kind: DecisionKind, language: Language): string =>
  translator(language)(about === 'proposal' || about === 'organisation' ? `moderation.kindOf.${about}.${kind as PublicationMove}` : `moderation.kind.${kind}`)

/** The same of a decision as it is stored. */
export const sayKind = ({ kind, ...ids }: { kind: DecisionKind } & Parameters<typeof aboutOf>[0], language: Language): string => sayKindOf(aboutOf(ids), kind, language)
