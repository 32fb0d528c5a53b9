import { expect, test } from 'vitest'
import { wholeDraft } from './draft'
import { readProposal } from './reading'
import { sayTaskKind, taskKindsOn } from './task-kind'
import { aDraft } from './testing'

const problem = (taskKind: string, mode: 'openCall' | 'idea' = 'openCall') => readProposal(wholeDraft({ ...aDraft('1.1.18', mode), taskKind }), new Set(['1.1.18'])).problems?.taskKind?.[0]?.key

test('offers choose a point of art. 4 that is in force; other modes have none', () => {
  expect([problem('27'), problem('32a'), problem('99'), problem('Wolontariat'), problem(''), problem('Wolontariat', 'idea')]).toEqual([undefined, undefined, 'offer.problem.taskKind', 'offer.problem.taskKind', 'problem.required', undefined])
  expect(taskKindsOn('2014-12-31')).not.toContain('32a')
})

test('a point is said in words, and what was written before there was a list stays to be read', () => {
  expect(sayTaskKind('27', 'pl')).toBe('promocja i organizacja wolontariatu (art. 4 ust. 1 pkt 27)')
  expect(sayTaskKind('Wolontariat', 'en')).toBe('Wolontariat')
})
