import { createHash } from 'node:crypto'
import { keyedHash } from '../accounts/secrets'
import { mailboxOf } from '../accounts/rules'
import { groupsAlike } from './alike'
import { thresholds, type Found } from './rules'
import type { RecentComment, RecentVote, Voter } from './windows'

// What campaigns look like in numbers (security.md A48). Pure: windows.ts reads what is looked at, campaigns.ts does both.

type Timed = { at: Date; isNew: boolean }
type Vote = RecentVote & { networkKey: string }

/** Bursts from one network on one question, whose votes are nearly all alike: many people behind one address who think differently are a school. */
export const burstsFromNetworks = (votes: readonly RecentVote[]): Found[] =>
  groupedBy(votes.filter((vote): vote is Vote => vote.networkKey !== null && !vote.shared), ({ questionId, networkKey }) => `${questionId} ${networkKey}`).flatMap((votes) =>
    found('network-burst', votes[0]!.networkKey, alikeAmong(denseAmong(votes, thresholds.burst))))

/** Many accounts that are hardly a day old and vote nearly alike on one question at once. */
export const votesOfNewAccounts = (votes: readonly RecentVote[]): Found[] =>
  groupedBy(votes.filter(({ isNew, shared }) => isNew && !shared), ({ questionId }) => questionId).flatMap((votes) =>
    found('new-accounts', '', alikeAmong(denseAmong(votes, thresholds.newAccounts))))

/** Many accounts of one mailbox on one question. The first vote of it is a person's own; the others are looked at. */
export function votesOfOneMailbox(voters: readonly Voter[]): Found[] {
  return groupedBy(voters, ({ questionId, email }) => `${questionId} ${mailboxOf(email)}`).flatMap((accounts) => {
    if (accounts.length < thresholds.aliases) return []
    const [first, ...others] = [...accounts].sort((a, b) => a.at.getTime() - b.at.getTime())
    return found('aliases', keyedHash('mailbox', mailboxOf(first!.email)), others, accounts.length)
  })
}

/** One text, or nearly, by many authors in one thread. */
export function textsOfMany(comments: readonly RecentComment[]): Found[] {
  return groupedBy(comments, ({ threadId }) => threadId).flatMap((said) =>
    groupsAlike(said.map(({ body }) => body), thresholds.text).flatMap((group) => {
      const alike = group.map((place) => said[place]!)
      const authors = new Set(alike.map(({ authorId }) => authorId)).size
      if (authors < thresholds.text.people) return []
      return [{
        kind: 'same-text' as const,
        questionId: null,
        threadId: alike[0]!.threadId,
        cluster: createHash('sha256').update(alike[0]!.body).digest('hex'),
        evidence: { items: alike.length, people: authors, newAccounts: new Set(alike.filter(({ isNew }) => isNew).map(({ authorId }) => authorId)).size },
        ...spanOf(alike),
        items: alike.map(({ id }) => id),
      }]
    }))
}

function found(kind: 'network-burst' | 'new-accounts' | 'aliases', cluster: string, votes: readonly (Timed & { questionId: string; ballotId: string })[], people = votes.length): Found[] {
  if (!votes.length) return []
  const evidence = { items: votes.length, people, newAccounts: votes.filter(({ isNew }) => isNew).length }
  return [{ kind, questionId: votes[0]!.questionId, threadId: null, cluster, evidence, ...spanOf(votes), items: votes.map(({ ballotId }) => ballotId) }]
}

const spanOf = (timed: readonly { at: Date }[]) => {
  const times = timed.map(({ at }) => at.getTime())
  return { firstAt: new Date(times.reduce((a, b) => Math.min(a, b))), lastAt: new Date(times.reduce((a, b) => Math.max(a, b))) }
}

/** Those that stand in any window of so many minutes with so many others. */
function denseAmong<Item extends { at: Date }>(items: readonly Item[], { people, minutes }: { people: number; minutes: number }): Item[] {
  const inOrder = [...items].sort((a, b) => a.at.getTime() - b.at.getTime())
  const dense = new Set<Item>()
  for (let from = 0, to = 0; to < inOrder.length; to++) {
    while (inOrder[to]!.at.getTime() - inOrder[from]!.at.getTime() > minutes * 60_000) from++
    if (to - from + 1 >= people) for (const item of inOrder.slice(from, to + 1)) dense.add(item)
  }
  return [...dense]
}

/** All of them, where nearly all say the same, else none. Whoever says something else is looked at too: nobody is chosen by what they say. */
function alikeAmong<Item extends { choices: readonly string[] }>(votes: readonly Item[]): Item[] {
  const often = new Map<string, number>()
  for (const { choices } of votes) often.set(choices.join(), (often.get(choices.join()) ?? 0) + 1)
  return Math.max(0, ...often.values()) >= thresholds.alike * votes.length ? [...votes] : []
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}
