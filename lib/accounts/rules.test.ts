import { describe, expect, test } from 'vitest'
import { canonicalEmail, displayName } from './rules'

describe('an address in its one form', () => {
  test.each([
    ['Jan@X.pl', 'jan@x.pl'], [' jan@x.pl ', 'jan@x.pl'], ['jan@x.pl.', 'jan@x.pl'], ['j.an+1@gmail.com', 'j.an+1@gmail.com'],
    ['ｊａｎ@x.pl', 'jan@x.pl'], ['jan@żółw.pl', 'jan@xn--w-uga1v8h.pl'], ['jan@XN--W-UGA1V8H.pl', 'jan@xn--w-uga1v8h.pl'],
  ])('%s is %s', (typed, canonical) => expect(canonicalEmail(typed)).toBe(canonical))

  test.each([
    '', 'jan', '@x.pl', 'jan@', 'a@x.pl,b@evil.pl', 'a@x.pl b@evil.pl', 'group: a@x.pl, b@x.pl;', '"e@attacker.com"@victim.com', 'jan@[127.0.0.1]', 'jan@127.0.0.1',
    'żółw@x.pl', 'jan@x.pl\r\nBcc: b@evil.pl', `${'a'.repeat(250)}@x.pl`, 'jan@x', 'a@b@c.pl', 'jan@x.pl/evil', 'jan@user:pass@x.pl', 'jan@x.pl?x', 'jan@x.pl#x', 'jan@x.pl:25',
  ])('%j is none that we write to', (typed) => expect(canonicalEmail(typed)).toBeNull())
})

describe('A06, A08, A09, A10: a name', () => {
  test.each(['Ala', 'sąsiadka z Rubinkowa', 'kolejarz_60', 'Оксана', 'Jan Ó.', 'null', 'Żółć', "O'Hara"])('%s will do', (name) => expect(displayName.safeParse(name).success).toBe(true))
  test.each([
    ['A', 'nameLength'], ['x'.repeat(41), 'nameLength'], ['', 'nameLength'], ['wejdź na evil.pl', 'nameHasAddress'], ['https://x', 'nameHasAddress'], ['a@b.pl', 'nameHasAddress'], ['600 700 800', 'nameHasAddress'],
    ['😀😀', 'nameLetters'], ['Z\u0301\u0316alg', 'nameLetters'], ['Тoruń', 'nameScripts'], ['Urząd Miasta', 'nameOfficial'], ['ad\u200bmin', 'nameOfficial'], ['Moderator', 'nameOfficial'], ['Adm1n', 'nameOfficial'], ['_admin_', 'nameOfficial'], ['m0derat0r', 'nameOfficial'], ['Модератор', 'nameOfficial'], ['Аdmin', 'nameScripts'], ['Ż'.repeat(5000), 'nameLength'],
  ])('%j will not: %s', (name, problem) => expect(displayName.safeParse(name).error?.issues[0]?.message).toBe(`problem.${problem}`))
})
