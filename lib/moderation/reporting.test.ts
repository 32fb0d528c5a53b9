import { describe, expect, test } from 'vitest'
import type { Person, Viewer } from '../person'
import { canReport, canReportOpenly, noticeInput, openReportInput, reportInput, type Reportable } from './reporting'

const someone = (suspendedUntil: Date | null = null): Person => ({ id: 'someone', name: 'Ala', roles: [], suspendedUntil, ledgerKey: 'key', level: 'email', addressKey: 'key' })
const people = { resident: someone(), 'suspended resident': someone(new Date(Date.now() + 86_400_000)) }

describe('who may report', () => {
  const others: Reportable = { own: false, state: 'shown', revision: 2, seen: 2 }
  test.each<[keyof typeof people, Reportable, string | undefined]>([
    ['resident', others, undefined],
    ['suspended resident', others, 'objection.suspended'],
    ['resident', { ...others, own: true }, 'moderation.objection.reportOwn'],
    ['resident', { ...others, state: 'hidden' }, 'moderation.objection.reportHidden'],
    ['resident', { ...others, state: 'held' }, 'moderation.objection.reportGone'],
    ['resident', { ...others, state: 'withdrawn' }, 'moderation.objection.reportGone'],
    ['resident', { ...others, seen: 1 }, undefined],
    ['resident', { ...others, seen: 3 }, 'problem.invalid'],
  ])('%s, case %#', (role, comment, objection) => expect(canReport(people[role], comment)?.key).toBe(objection))

  test.each<[string, Viewer, Reportable, string | undefined]>([
    ['nobody we know', null, others, undefined],
    ['nobody we know, of what is hidden', null, { ...others, state: 'hidden' }, 'moderation.objection.reportHidden'],
    ['somebody suspended, as if without an account', people['suspended resident'], others, undefined],
    ['its author', people.resident, { ...others, own: true }, 'moderation.objection.reportOwn'],
  ])('without an account: %s', (_, viewer, comment, objection) => expect(canReportOpenly(viewer, comment)?.key).toBe(objection))
})

const commentId = '01890000-0000-7000-8000-000000000000'
const messagesOf = (schema: typeof reportInput | typeof openReportInput | typeof noticeInput, input: object) =>
  Object.fromEntries((schema.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))

describe('what may be sent', () => {
  const report = { commentId, revision: '1', ground: 'spam', sentence: '  Reklama\u202e pożyczek.  ' }
  test('text is stored in its one form', () => expect(reportInput.parse(report).sentence).toBe('Reklama pożyczek.'))
  test.each([
    [{ sentence: 'Abcd' }, { sentence: 'problem.tooShort' }],
    [{ sentence: '   a    ' }, { sentence: 'problem.tooShort' }],
    [{ sentence: 'ż'.repeat(1001) }, { sentence: 'problem.tooLong' }],
    [{ sentence: 'ż'.repeat(9000) }, { sentence: 'problem.tooLong' }],
    [{ revision: '1e1' }, { revision: 'problem.invalid' }],
    [{ ground: 'none' }, { ground: 'moderation.problem.rule' }],
    [{ ground: undefined }, { ground: 'moderation.problem.rule' }],
    [{ commentId: "1' or '1" }, { commentId: 'problem.invalid' }],
    [{ ground: 'taste', sentence: '' }, { ground: 'moderation.problem.rule', sentence: 'problem.tooShort' }],
  ])('a report with %o is refused', (wrong, messages) => expect(messagesOf(reportInput, { ...report, ...wrong })).toEqual(messages))
  test('a thousand characters fit, however many bytes', () => expect(reportInput.safeParse({ ...report, sentence: '👩‍👩‍👧'.repeat(1000) }).success).toBe(true))
  test('somebody is in danger, or not', () => {
    expect(reportInput.parse(report).urgent).toBe(false)
    expect(reportInput.parse({ ...report, urgent: 'yes' }).urgent).toBe(true)
  })
  test('without an account an address may be left, in its one form', () => {
    expect(openReportInput.parse(report).email).toBe(null)
    expect(openReportInput.parse({ ...report, email: '' }).email).toBe(null)
    expect(openReportInput.parse({ ...report, email: ' Zofia@Example.org ' }).email).toBe('zofia@example.org')
    expect(messagesOf(openReportInput, { ...report, email: 'zofia' })).toEqual({ email: 'problem.email' })
  })
})

describe('a notice of something illegal (DSA art. 16)', () => {
  const notice = { commentId, revision: '1', passage: 'Zabiję cię', sentence: 'To groźba karalna.', name: 'Zofia Zgłaszająca', email: 'zofia@example.org', goodFaith: 'yes' }
  test('is whole', () => expect(noticeInput.parse(notice)).toMatchObject({ passage: 'Zabiję cię', law: null, urgent: false, name: 'Zofia Zgłaszająca', email: 'zofia@example.org' }))
  test.each([
    [{ passage: ' ' }, { passage: 'moderation.problem.exactWords' }],
    [{ sentence: '' }, { sentence: 'problem.tooShort' }],
    [{ goodFaith: undefined }, { goodFaith: 'moderation.problem.goodFaith' }],
    [{ name: '  ' }, { name: 'moderation.problem.noticeName' }],
    [{ email: '' }, { email: 'moderation.problem.noticeEmail' }],
  ])('with %o is refused', (wrong, messages) => expect(messagesOf(noticeInput, { ...notice, ...wrong })).toEqual(messages))
  test('about harm done to a child needs neither name nor address', () =>
    expect(noticeInput.parse({ ...notice, name: '', email: '', aboutChildren: 'yes' })).toMatchObject({ name: null, email: null }))
})
