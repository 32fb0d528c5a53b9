import { createServer } from 'node:http'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { beginning, canonical, chained, lineOf, sha256 } from '../lib/ledger/line'
import { temporaryFolder } from './temporary-folder'
import { main } from './verify'
import { readCheckpoint, type Checkpoint } from './verify-checkpoint'
import { verifying, verifyKept, verifySuccession } from './verify-ledger'

const questions = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b']
type Act = { name: string; question?: number; counted?: number }
type Ledger = { lines: string[]; checkpoints: Checkpoint[] }

/** A ledger of these acts, with a checkpoint after each number of them. */
function ledgerOf(acts: readonly Act[], days: readonly number[]): Ledger {
  const ledger: Ledger = { lines: [], checkpoints: [] }
  const [counted, events] = [new Map<string, number>(), new Map<string, number>()]
  let [root, previous] = [beginning, beginning]
  for (let seq = 0; seq <= acts.length; seq++) {
    const act = acts[seq - 1]
    if (act) {
      const question = act.question === undefined ? null : questions[act.question]!
      const line = lineOf({ at: new Date(1_800_000_000_000 + seq * 1000).toISOString(), name: act.name, actor: `actor ${seq}`, subject: `subject „${seq}”`, attested: question ? { vote: sha256(`vote ${seq}`) } : null, question, counted: question ? (act.counted ?? 0) : null }, seq, Buffer.alloc(32, seq))
      root = chained(root, line)
      ledger.lines.push(`{"hash":"${root}","line":${line}}`)
      events.set(act.name, (events.get(act.name) ?? 0) + 1)
      if (question) counted.set(question, (counted.get(question) ?? 0) + act.counted!)
    }
    for (const _ of days.filter((day) => day === seq)) {
      const totals = [...counted].map(([question, total]) => ({ question, total, choices: { for: total }, groups: [{ group: 'signed-in', total, choices: { for: total } }] }))
      const checkpoint: Checkpoint = { date: `2026-12-${String(ledger.checkpoints.length + 1).padStart(2, '0')}`, lastSeq: seq, root, events: Object.fromEntries(events), questions: totals, previous }
      previous = sha256(canonical(checkpoint))
      ledger.checkpoints.push(checkpoint)
    }
  }
  return ledger
}

/** Makes every hash anew, as somebody would who has the whole database in hand. */
function rechained(lines: readonly string[]): string[] {
  let root = beginning
  return lines.map((text, place) => {
    const line = canonical({ ...(JSON.parse(text) as { line: object }).line, seq: place + 1 })
    root = chained(root, line)
    return `{"hash":"${root}","line":${line}}`
  })
}

function findings({ lines, checkpoints }: Ledger, kept: Checkpoint[] = []) {
  const reading = verifying([...checkpoints, ...kept])
  for (const line of lines) reading.take(line)
  return [...verifySuccession(checkpoints), ...verifyKept(kept, checkpoints), ...reading.end().findings]
}

const vote: Act = { name: 'ballot.cast', question: 0, counted: 1 }
const example = () => ledgerOf([{ name: 'comment.posted' }, vote, vote, { name: 'ballot.withdrawn', question: 0, counted: -1 }, vote, { name: 'comment.edited' }, { ...vote, question: 1 }, { name: 'person.joined' }], [3, 6])
const following = 'does not follow from the line before it: it, its hash or its place was changed, or a line before it is missing or was added.'

test('an honest ledger is accepted, with its checkpoints as they were kept', () => {
  const ledger = example()
  expect(findings(ledger, ledger.checkpoints)).toEqual([])
  expect(findings({ lines: [], checkpoints: [] })).toEqual([])
})

test('a flipped byte is found where it is', () => {
  const { lines, checkpoints } = example()
  lines[3] = lines[3]!.replace('withdrawn', 'withdraws')
  expect(findings({ lines, checkpoints })).toEqual([`Line 4 ${following}`, ...['it counts 1 of ballot.withdrawn, but the ledger has 0', 'it counts 0 of ballot.withdraws, but the ledger has 1'].map((what) => `Checkpoint of 2026-12-02: ${what}.`)])
})

test('a deleted line is found where it was, also when all after it were made anew', () => {
  const { lines, checkpoints } = example()
  lines.splice(1, 1)
  expect(findings({ lines, checkpoints }).slice(0, 2)).toEqual(['Line 3 stands where line 2 should be: a line is missing.', `Line 3 ${following}`])
  expect(findings({ lines: rechained(lines), checkpoints })).toContain('Checkpoint of 2026-12-01: line 3 has another hash than it had that day, so something up to there was changed.')
})

test('a cut tail is found by a checkpoint, and a cut checkpoint by the one that was kept', () => {
  const { lines, checkpoints } = example()
  expect(findings({ lines: lines.slice(0, 5), checkpoints })).toEqual(['The ledger ends at line 5, but the checkpoint of 2026-12-02 has seen line 6: its end was cut off.'])
  expect(findings({ lines: lines.slice(0, 5), checkpoints: checkpoints.slice(0, 1) })).toEqual([])
  expect(findings({ lines: lines.slice(0, 5), checkpoints: checkpoints.slice(0, 1) }, checkpoints)).toEqual(['The checkpoint of 2026-12-02, which you have kept, is not published any more.', 'The ledger ends at line 5, but the checkpoint of 2026-12-02 has seen line 6: its end was cut off.'])
})

test('an added and two swapped lines are found', () => {
  const added = example()
  added.lines.splice(4, 0, rechained([...added.lines.slice(0, 4), added.lines[1]!])[4]!) // With a hash that fits.
  expect(findings(added)[0]).toBe('Line 5 stands where line 6 should be: a line was added, repeated or moved.')
  const swapped = example()
  ;[swapped.lines[1], swapped.lines[2]] = [swapped.lines[2]!, swapped.lines[1]!]
  expect(findings(swapped).slice(0, 2)).toEqual(['Line 3 stands where line 2 should be: a line is missing.', `Line 3 ${following}`])
})

test('a changed count is found, in a checkpoint and in the ledger', () => {
  const inCheckpoint = example()
  inCheckpoint.checkpoints[1]!.questions[0]!.total = 9
  expect(findings(inCheckpoint)).toEqual([`Checkpoint of 2026-12-02: question ${questions[0]} has 9 votes, but by the ledger there are 2.`, `Checkpoint of 2026-12-02: the groups of question ${questions[0]} do not add up to its 9 votes.`, `Checkpoint of 2026-12-02: question ${questions[0]} has 9 votes, but fewer choices.`])
  const inLedger = example()
  inLedger.lines[4] = inLedger.lines[4]!.replace('"counted":1', '"counted":5')
  expect(findings({ ...inLedger, lines: rechained(inLedger.lines) })).toContain(`Checkpoint of 2026-12-02: question ${questions[0]} has 2 votes, but by the ledger there are 6.`)
})

test('a history that was made anew from its beginning agrees with itself, and not with a checkpoint that was kept', () => {
  const [kept, anew] = [example(), ledgerOf([vote, vote, vote], [3])]
  expect(findings(anew)).toEqual([])
  expect(findings(anew, kept.checkpoints.slice(0, 1))[0]).toBe('The checkpoint of 2026-12-01 is not the one that you have kept: it was changed.')
})

const act = fc.oneof(fc.constantFrom<Act>({ name: 'comment.posted' }, { name: 'żółw.narysowany' }, { name: 'person.joined' }), fc.record({ name: fc.constant('ballot.cast'), question: fc.nat(1), counted: fc.nat(3) }))
const ledger = fc.array(act, { minLength: 3, maxLength: 20 }).chain((acts) => fc.array(fc.nat(acts.length), { maxLength: 4 }).map((days) => ledgerOf(acts, [...days.sort((a, b) => a - b), acts.length])))

test('every honest ledger is accepted, and one with any single change is not', () => {
  const change = fc.record({ at: fc.nat(), byte: fc.nat(), bit: fc.nat(7), how: fc.constantFrom('flip', 'delete', 'cut', 'repeat', 'insert', 'swap', 'recount', 'checkpoint') })
  fc.assert(
    fc.property(ledger, change, ({ lines, checkpoints }, { at, byte, bit, how }) => {
      expect(findings({ lines, checkpoints }, checkpoints)).toEqual([])
      const place = at % lines.length
      const changed = [...lines]
      const told = structuredClone(checkpoints)
      if (how === 'flip') {
        const bytes = Buffer.from(changed[place]!)
        bytes[byte % bytes.length]! ^= 1 << bit
        changed[place] = bytes.toString('utf8')
      }
      if (how === 'delete') changed.splice(place, 1)
      if (how === 'cut') changed.length = place
      if (how === 'repeat') changed.splice(place, 0, changed[place]!)
      if (how === 'insert') changed.splice(0, changed.length, ...rechained([...lines.slice(0, place), lines[(place + 1 + (byte % (lines.length - 1))) % lines.length]!, ...lines.slice(place)]))
      if (how === 'swap') [changed[place], changed[(place + 1) % lines.length]] = [changed[(place + 1) % lines.length]!, changed[place]!]
      if (how === 'recount') changed.splice(0, changed.length, ...rechained(lines.map((line, n) => (n === place ? line.replace(/("counted":|"at":"2)/, '$11') : line))))
      if (how === 'checkpoint') told[at % told.length]!.lastSeq = (told[at % told.length]!.lastSeq + 1 + byte) % (lines.length + 3)
      if (how === 'checkpoint' && told[at % told.length]!.lastSeq === checkpoints[at % told.length]!.lastSeq) return
      expect(findings({ lines: changed, checkpoints: told })).not.toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a checkpoint is read from the mail that brought it', () => {
  const [checkpoint] = example().checkpoints
  expect(readCheckpoint(`Dzień dobry,\n\n${JSON.stringify(checkpoint, null, 1)}\n`)).toEqual(checkpoint)
  expect(() => readCheckpoint('{"date":"2026-12-01"}')).toThrow('This is no checkpoint.')
})

/** A site that publishes this ledger, in files of three lines, and these totals. */
async function siteWith({ lines, checkpoints }: Ledger, totals: Record<string, number>): Promise<string> {
  const files = Array.from({ length: Math.ceil(lines.length / 3) }, (_, n) => [`/otwarte-dane/ledger/${n + 1}.jsonl`, lines.slice(n * 3, n * 3 + 3).map((line) => `${line}\n`).join('')] as const)
  const index = { ledger: { lines: lines.length, files: files.map(([path]) => path) }, checkpoints: checkpoints.map((checkpoint) => ({ date: checkpoint.date, hash: sha256(canonical(checkpoint)), file: `/${checkpoint.date}` })).toReversed() }
  const answers = new Map<string, string>([
    ...files,
    ['/otwarte-dane/checkpoints/index.json', JSON.stringify(index)],
    ...checkpoints.map((checkpoint) => [`/${checkpoint.date}`, JSON.stringify(checkpoint)] as const),
    ...Object.entries(totals).map(([question, voters]) => [`/api/v1/questions/${question}/results`, JSON.stringify({ items: [{ group: 'all', voters }] })] as const),
  ])
  const server = createServer(({ url }, response) => {
    const answer = answers.get(url!)
    response.writeHead(answer === undefined ? 404 : 200).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

test('the command verifies a site, a file and a kept checkpoint, and says what is wrong', { timeout: 40_000 }, async () => {
  const said: string[] = []
  for (const way of ['log', 'error'] as const) vi.spyOn(console, way).mockImplementation((text: string) => void said.push(text))
  onTestFinished(() => void vi.restoreAllMocks())
  const { path: folder, remove } = temporaryFolder('verify')
  onTestFinished(remove)
  const honest = example()
  const totals = { [questions[0]!]: 2, [questions[1]!]: 1 }
  writeFileSync(join(folder, 'kept.txt'), `Proszę zachować:\n${JSON.stringify(honest.checkpoints[1])}`)
  writeFileSync(join(folder, 'ledger.jsonl'), honest.lines.map((line) => `${line}\n`).join(''))
  writeFileSync(join(folder, 'cut.jsonl'), honest.lines.slice(0, 4).join('\n'))

  expect(await main([await siteWith(honest, totals), '--checkpoint', 'kept.txt'], folder)).toBe(0)
  expect(said.splice(0)).toEqual(['8 lines, 2 checkpoints, 1 votes with public results, 1 checkpoints of yours.', 'Everything agrees.'])
  expect(await main(['ledger.jsonl', '--checkpoint', 'kept.txt'], folder)).toBe(0)
  expect(await main(['cut.jsonl', '--checkpoint', 'kept.txt'], folder)).toBe(1)
  expect(said.splice(0)).toContain('WRONG: The ledger ends at line 4, but the checkpoint of 2026-12-02 has seen line 6: its end was cut off.')
  expect(await main([await siteWith(honest, { ...totals, [questions[0]!]: 3 })], folder)).toBe(1)
  expect(said.splice(0)).toContain(`WRONG: Question ${questions[0]}: 3 votes are published, but by the ledger there are 2.`)
  expect(await main([], folder)).toBe(2)
  expect(await main(['nothing.jsonl'], folder)).toBe(2)
  expect(await main(['http://127.0.0.1:9'], folder)).toBe(2)
})
