import { createHash } from 'node:crypto'
import type { Sql } from 'postgres'
import { sealedVotesThatDiffer } from './auditing'

// Written from what the tables mean, not from how the site counts: it shares no code with lib/voting, on purpose.

type Numbers = { total: number; choices: Record<string, number> }
export type Published = Map<string, Numbers>
type Vote = { stratum: string; choices: string[]; day: string; receipt: string }

/** What was counted, what it was compared with, and each difference in words. */
export type Recounted = { counted: Numbers; checked: string[]; differences: string[] }

/**
 * Counts a question from the newest word of each ballot in its history.
 * @param site what the running site publishes, by group of voters; null where it does not run or does not show it
 */
export async function recount(sql: Sql, questionId: string, site: Published | null): Promise<Recounted> {
  const differences: string[] = []
  const [question] = await sql<{ choices: string[] }[]>`select choices from questions where id = ${questionId}`
  const votes = await sql<Vote[]>`
    select distinct on (history.ballot_id) history.stratum, history.choices, to_char(history.at at time zone 'Europe/Warsaw', 'YYYY-MM-DD') as day, ballots.receipt
    from ballot_history history join ballots on ballots.id = history.ballot_id
    where ballots.question_id = ${questionId} order by history.ballot_id, history.id desc`
  const cast = votes.filter(({ choices }) => choices.length)
  const takenOut = await takenOutBy(sql, questionId, null)
  const valid = cast.filter(({ receipt }) => !takenOut.has(receipt))
  const counted = sumOf(valid, question!.choices)

  differences.push(...(await ballotsThatDiffer(sql, questionId)), ...(await actsThatDiffer(sql, questionId)), ...(await sealedVotesThatDiffer(sql, questionId)), ...(await papersThatDiffer(sql, questionId)), ...(await marksThatDiffer(sql, questionId, takenOut)))
  const checked = ['each ballot with the newest line of its history', 'the ballots with the recorded acts of voting', 'the ballots with the votes that the ledger holds, opened', 'the ballots from paper with their batches', 'the ballots that do not count with the decisions about them']

  const [result] = await sql<{ results: Numbers & { strata: (Numbers & { strata: string[] })[]; days: { day: string; votes: number }[] }; receipts_hash: string; at: string }[]>`
    select results, receipts_hash, at::text from question_results where question_id = ${questionId}`
  if (result) {
    const takenOutThen = await takenOutBy(sql, questionId, result.at)
    const valid = cast.filter(({ receipt }) => !takenOutThen.has(receipt))
    differences.push(...differing('recorded at closing, all', sumOf(valid, question!.choices), result.results))
    const recorded = new Map(result.results.strata.map((group) => [group.strata.join('+'), group]))
    differences.push(...differingGroups('recorded at closing', groupsOf(valid, question!.choices), recorded))
    const days = new Map<string, number>()
    for (const { day } of valid) days.set(day, (days.get(day) ?? 0) + 1)
    const recordedDays = new Map(result.results.days.map(({ day, votes }) => [day, votes]))
    for (const day of new Set([...days.keys(), ...recordedDays.keys()])) {
      if (days.get(day) !== recordedDays.get(day)) differences.push(`recorded at closing, ${day}: ${recordedDays.get(day) ?? 0} votes, counted ${days.get(day) ?? 0}`)
    }
    const hash = createHash('sha256').update(valid.map(({ receipt }) => `${receipt}\n`).sort().join('')).digest('hex')
    if (hash !== result.receipts_hash) differences.push(`the receipts recorded at closing (${result.receipts_hash}) are not those of the counted ballots (${hash})`)
    checked.push('all of it with what was recorded at closing, receipts included')
  }
  if (site) {
    differences.push(...differing('published, all', counted, site.get('all') ?? { total: 0, choices: {} }))
    const withInvalidated = site.get('with-invalidated')
    if (withInvalidated) differences.push(...differing('published, with the invalidated ones', sumOf(cast, question!.choices), withInvalidated))
    else if (cast.length - valid.length >= 5) differences.push(`published: the total with the ${cast.length - valid.length} invalidated ballots is missing`)
    differences.push(...differingGroups('published', groupsOf(valid, question!.choices), new Map([...site].filter(([name]) => !['all', 'with-invalidated'].includes(name)))))
    checked.push('all of it with what the running site publishes')
  }
  return { counted, checked, differences }
}

/** What the site says at /api/v1/questions/…/results; null when it does not answer or does not show it yet. */
export async function publishedBySite(origin: string, questionId: string): Promise<Published | null> {
  const answer = await fetch(`${origin}/api/v1/questions/${questionId}/results`).catch(() => null)
  if (!answer?.ok) return null
  const { items } = (await answer.json()) as { items: { group: string; choice: string; votes: number; voters: number }[] }
  const published: Published = new Map()
  for (const { group, choice, votes, voters } of items) {
    const numbers = published.get(group) ?? { total: voters, choices: {} }
    numbers.choices[choice] = votes
    published.set(group, numbers)
  }
  return published
}

const ballotsThatDiffer = async (sql: Sql, questionId: string) => {
  const rows = await sql<{ receipt: string; says: string[]; history: string[] | null }[]>`
    select ballots.receipt, ballots.choices as says, newest.choices as history
    from ballots left join lateral (select * from ballot_history where ballot_id = ballots.id order by id desc limit 1) newest on true
    where question_id = ${questionId} and (newest.id is null or newest.choices <> ballots.choices or newest.stratum <> ballots.stratum)`
  return rows.map(({ receipt, says, history }) => `ballot ${receipt} says ${inWords(says)}, its history ${history ? inWords(history) : 'nothing'}`)
}

/** The receipts of ballots that a confirmed and not undone decision is about, but for those that an appeal gave back, as it stood when the question was counted; null: now. */
async function takenOutBy(sql: Sql, questionId: string, at: string | null): Promise<Set<string>> {
  const rows = await sql<{ receipt: string }[]>`
    select ballots.receipt from ballot_decisions decision
    join flag_ballots on flag_ballots.flag_id = decision.flag_id
    join ballots on ballots.id = flag_ballots.ballot_id and ballots.question_id = decision.question_id
    where decision.question_id = ${questionId} and decision.kind = 'invalidate' and decision.confirmed_at <= coalesce(${at}::text::timestamptz, 'infinity')
      and not exists (select from ballot_decisions undoing where undoing.undoes_id = decision.id and undoing.confirmed_at <= coalesce(${at}::text::timestamptz, 'infinity'))
      and not exists (select from restored_ballots restored where restored.decision_id = decision.id and restored.ballot_id = ballots.id and (${at}::text is null or not restored.after_counting))`
  return new Set(rows.map(({ receipt }) => receipt))
}

async function marksThatDiffer(sql: Sql, questionId: string, takenOut: ReadonlySet<string>): Promise<string[]> {
  const marked = new Set((await sql<{ receipt: string }[]>`select receipt from ballots where question_id = ${questionId} and invalidated_by is not null`).map(({ receipt }) => receipt))
  return [
    ...[...marked].filter((receipt) => !takenOut.has(receipt)).map((receipt) => `ballot ${receipt} does not count, but no decision says so`),
    ...[...takenOut].filter((receipt) => !marked.has(receipt)).map((receipt) => `ballot ${receipt} counts, but a decision says that it does not`),
  ]
}

/** Each person's last act is an event without a choice: as many must have cast a ballot as there are ballots of people. */
async function actsThatDiffer(sql: Sql, questionId: string) {
  const [acts] = await sql<{ cast: number; ballots: number }[]>`
    select
      (select count(*)::int from (select distinct on (actor) name from events where subject = ${questionId} and name in ('ballot.cast', 'ballot.withdrawn') order by actor, id desc) last where name = 'ballot.cast') as cast,
      (select count(*)::int from ballots where question_id = ${questionId} and batch_id is null and choices <> '{}') as ballots`
  return acts!.cast === acts!.ballots ? [] : [`${acts!.cast} people have a vote by the recorded acts, but there are ${acts!.ballots} ballots of people`]
}

async function papersThatDiffer(sql: Sql, questionId: string) {
  const rows = await sql<{ receipt_number: string; choices: string; cards: number; ballots: number }[]>`
    select batches.receipt_number, cards.key as choices, cards.value::int as cards,
      (select count(*)::int from ballots where batch_id = batches.id and array_to_string(ballots.choices, ',') = cards.key) as ballots
    from paper_batches batches cross join jsonb_each_text(batches.cards) cards
    where batches.question_id = ${questionId} and batches.confirmed_at is not null`
  const extra = await sql<{ receipt: string }[]>`
    select ballots.receipt from ballots join paper_batches batches on batches.id = ballots.batch_id
    where ballots.question_id = ${questionId} and (batches.confirmed_at is null or not batches.cards ? array_to_string(ballots.choices, ','))`
  return [
    ...rows.filter(({ cards, ballots }) => cards !== ballots).map(({ receipt_number, choices, cards, ballots }) => `batch ${receipt_number} has ${cards} cards for ${choices}, but there are ${ballots} ballots`),
    ...extra.map(({ receipt }) => `ballot ${receipt} is from paper, but no confirmed batch has such a card`),
  ]
}

function sumOf(votes: readonly Vote[], offered: readonly string[]): Numbers {
  const choices = Object.fromEntries(offered.map((choice) => [choice, 0]))
  for (const vote of votes) for (const choice of vote.choices) choices[choice] = (choices[choice] ?? 0) + 1
  return { total: votes.length, choices }
}

const order = ['verified', 'signed-in', 'paper']

/** Groups of at least five voters; a smaller one joins the next larger until none is smaller or one is left. */
function groupsOf(votes: readonly Vote[], offered: readonly string[]): Map<string, Numbers> {
  let groups = order.map((stratum) => ({ names: [stratum], votes: votes.filter((vote) => vote.stratum === stratum) })).filter((group) => group.votes.length)
  for (;;) {
    groups = groups.sort((a, b) => a.votes.length - b.votes.length)
    const [smallest, next, ...rest] = groups
    if (!smallest || !next || smallest.votes.length >= 5) break
    groups = [{ names: [...smallest.names, ...next.names], votes: [...smallest.votes, ...next.votes] }, ...rest]
  }
  return new Map(groups.map((group) => [order.filter((name) => group.names.includes(name)).join('+'), sumOf(group.votes, offered)]))
}

function differing(where: string, counted: Numbers, published: Numbers): string[] {
  const names = new Set([...Object.keys(counted.choices), ...Object.keys(published.choices)])
  return [
    ...(counted.total === published.total ? [] : [`${where}: ${published.total} voters, counted ${counted.total}`]),
    ...[...names].filter((name) => (counted.choices[name] ?? 0) !== (published.choices[name] ?? 0)).map((name) => `${where}: ${published.choices[name] ?? 0} for ${name}, counted ${counted.choices[name] ?? 0}`),
  ]
}

const differingGroups = (where: string, counted: Map<string, Numbers>, published: Map<string, Numbers>) =>
  [...new Set([...counted.keys(), ...published.keys()])].flatMap((group) => {
    const [ours, theirs] = [counted.get(group), published.get(group)]
    return ours && theirs ? differing(`${where}, ${group}`, ours, theirs) : [`${where}: the group ${group} is ${ours ? 'missing' : 'not one of the counted'}`]
  })

const inWords = (choices: readonly string[]) => choices.join(', ') || 'that it was taken back'
