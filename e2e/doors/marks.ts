import type { Asker } from './roles'

const team = ['owner', 'editor', 'member'] as const
const office = ['assessor', 'official', 'admin'] as const
const desk = ['moderator', 'admin'] as const
const call = ['coordinator', 'admin'] as const
const callAndDesk = ['coordinator', 'moderator', 'admin'] as const
const assessing = ['assessor', 'official', 'coordinator', 'admin'] as const
const none: readonly Asker[] = []

type Mark = { /** Who may read it, wherever they come across it. */ who: readonly Asker[]; /** Where whoever knows the secret in the address may read it too. */ byKey?: string }

/** What must not get about, and who may read it. Everything of the world carries one; a mark without a row fails. */
export const marks = {
  'hidden comment': { who: ['author', ...desk] },
  'hidden comment, changed': { who: ['author', ...desk] },
  'wording of a hidden comment': { who: desk },
  'wording nobody saw': { who: none },
  'held comment': { who: desk },
  'withdrawn comment': { who: desk },
  report: { who: desk },
  'number of a report': { who: none, byKey: 'reportStatus' },
  appeal: { who: ['author', ...desk] },
  'moderator’s sentence': { who: ['author', ...desk] },
  'voice before signing in': { who: none, byKey: 'write' },
  'receipt of a vote': { who: ['author'] },
  'scan of a paper voice': { who: office },
  'receipt of a paper voice': { who: office },
  'scan of cards': { who: office },
  'receipt of cards': { who: office },
  'organisation that waits': { who: desk },
  'organisation that was refused': { who: desk },
  'reason of a refusal': { who: desk },
  'mail of an organisation': { who: [...team, ...desk] },
  draft: { who: team },
  'note of a team': { who: team },
  'words in conflict': { who: ['editor'] },
  'attachment of a draft': { who: team },
  'file name of a draft': { who: team },
  submitted: { who: [...team, ...assessing, 'moderator'] },
  'hidden proposal': { who: [...team, ...assessing, 'moderator'] },
  'hidden profile': { who: desk },
  returned: { who: [...team, ...assessing, 'moderator'] },
  'reason of a return': { who: [...team, ...callAndDesk] },
  'card being written': { who: ['assessor'] },
  'card handed in': { who: none }, // While the other card waits: one function decides (lib/assessment/seen.ts).
  'note to a department': { who: assessing },
  'decision not published': { who: call },
  'words of a conflict': { who: call },
  'report being written': { who: team },
  'report that was sent': { who: [...team, ...call] },
  'message to a partner': { who: ['owner', 'editor', 'stranger'] },
  'note of a volunteer': { who: ['owner', 'editor'] },
  'name reporter': { who: desk },
  'name held': { who: desk },
  'name other assessor': { who: call },
  'name partial': { who: call },
  'name volunteer': { who: ['owner', 'editor'] },
  'mail invited': { who: ['owner'], byKey: 'invitation' },
} as const satisfies Record<string, Mark>
export type MarkName = keyof typeof marks

/** Names beside which others stand by right; a name is else read by whoever bears it. Whoever speaks in public is named. */
const namesRead: Partial<Record<string, readonly Asker[]>> = {
  owner: [...team, ...callAndDesk],
  editor: team,
  member: team,
  assessor: call,
  official: ['assessor', 'coordinator', 'admin'],
  coordinator: [...assessing, 'moderator'],
  moderator: callAndDesk,
}
const namedInPublic = ['author']
/** Whoever gives out assessments chooses among colleagues, whom the mailbox at the office tells apart. */
const mailsRead: typeof namesRead = { assessor: call, official: call }

/** Whether somebody may read a mark on a page or route. @param mark also `name ROLE` and `mail ROLE`, of the cast */
export function mayRead(mark: string, asker: Asker, door: string): boolean {
  if (mark in marks) {
    const { who, byKey }: Mark = marks[mark as MarkName]
    return who.includes(asker) || byKey === door
  }
  const [kind, role] = mark.split(' ') as [string, string]
  if (asker === role && role !== 'former' && role !== 'erased') return true
  if (kind === 'mail') return !!mailsRead[role]?.includes(asker)
  return namedInPublic.includes(role) || !!namesRead[role]?.includes(asker) || (role === 'owner' && door === 'invitation')
}

/** Where things of the world are, by name. */
export type ThingName =
  | 'code' | 'threadId' | 'question' | 'shown' | 'hidden' | 'held' | 'withdrawn' | 'changed' | 'rewritten' | 'left' | 'paper' | 'draftKey' | 'batch'
  | 'organisation' | 'organisationId' | 'waiting' | 'waitingSlug' | 'refused' | 'refusedSlug' | 'invitation'
  | 'draft' | 'submitted' | 'returned' | 'published' | 'publishedSlug' | 'reporting' | 'reportingSlug' | 'reported' | 'reportedSlug'
  | 'hiddenProposal' | 'hiddenProposalSlug' | 'hiddenProfile' | 'hiddenProfileSlug'
  | 'file' | 'card' | 'otherCard' | 'conflictedCard' | 'partnerCall' | 'volunteerCall' | 'shift' | 'decision' | 'reportNumber' | 'appeal' | 'flag' | 'bulk' | 'authorId'
