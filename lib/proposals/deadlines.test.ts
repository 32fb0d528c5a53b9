import { expect, test } from 'vitest'
import { cityDate, dueOf, endOf, lastDay, ruleOn } from './deadlines'

const now = new Date('2026-12-01T09:00:00Z') // A Tuesday.
const at = (date: string) => new Date(`${date}T11:00:00Z`)

test.each([
  ['an offer: seven working days from when it came', { state: 'submitted', mode: 'smallGrant', stateAt: at('2026-11-26') }, { what: 'purposefulness', until: '2026-12-07', overdue: false, workingDaysLeft: 4 }],
  ['an idea: by the rules of the call', { state: 'submitted', mode: 'idea', stateAt: at('2026-11-16') }, { what: 'formalCheck', until: '2026-11-30', overdue: true, workingDaysLeft: 0 }],
  ['returned, on its last day', { state: 'returned', completeBy: '2026-12-01', stateAt: at('2026-11-20') }, { what: 'completion', until: '2026-12-01', overdue: false, workingDaysLeft: 0 }],
  ['returned, after it', { state: 'returned', completeBy: '2026-11-30', stateAt: at('2026-11-20') }, { what: 'completion', until: '2026-11-30', overdue: true, workingDaysLeft: 0 }],
  ['remarks: the seventh day is a Saturday, so Monday', { state: 'published', mode: 'smallGrant', stateAt: at('2026-11-28') }, { what: 'remarks', until: '2026-12-07', overdue: false, workingDaysLeft: 4 }],
  ['an idea that is published waits without a deadline', { state: 'published', stateAt: at('2026-11-28') }, null],
  ['rejected', { state: 'rejected', stateAt: at('2026-11-28') }, { what: 'appeal', until: '2026-12-14', overdue: false, workingDaysLeft: 9 }],
  ['an appeal', { state: 'rejected', stateAt: at('2026-10-01'), appealedAt: at('2026-10-10') }, { what: 'appealAnswer', until: '2026-11-09', overdue: true, workingDaysLeft: 0 }],
  ['an appeal that was decided', { state: 'rejected', stateAt: at('2026-10-01'), appealedAt: at('2026-10-10'), appealDecidedAt: at('2026-11-01') }, null],
] as const)('%s', (_, waiting, due) => expect(dueOf({ mode: 'idea', completeBy: null, ...waiting }, now)).toEqual(due))

test('days are the city’s, and end at its midnight, in winter and in summer', () => {
  expect(cityDate(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-02')
  expect([endOf('2026-12-01').toISOString(), endOf('2026-07-01').toISOString()]).toEqual(['2026-12-01T23:00:00.000Z', '2026-07-01T22:00:00.000Z'])
  expect(lastDay('purposefulness', '2026-12-21')).toBe('2027-01-04')
  expect(ruleOn('remarks', '2026-12-01')).toMatchObject({ days: 7, source: 'art. 19a ust. 4 u.d.p.p.' })
})
