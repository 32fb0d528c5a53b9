import { createHash } from 'node:crypto'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { clauseInForce, clauseVersions, type ClauseVersion } from '@/lib/clauses'
import { languages } from '@/lib/language'
import { wordings } from './clauses/wordings'

// Who runs the site is told by its operator, whatever the version.
vi.mock('@/app/kept/office', () => ({ office: new Proxy({}, { get: (_, name) => `[${String(name)}]` }) }))

/** What each version says, in all languages: what people were shown when they spoke cannot become another text. */
const said: Record<ClauseVersion, string> = {
  '2026-11-27': 'c667455177aacf32dc868c497bc9bc1318192f34e18361a14f2cb8e68ed23f11',
}

const textOf = (version: ClauseVersion) => languages.map((language) => renderToStaticMarkup(createElement(wordings[version][language])).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).join('\n')

test.each(clauseVersions)('the clause of %s reads as it always has; another wording is another version', (version) => {
  expect(createHash('sha256').update(textOf(version)).digest('hex')).toBe(said[version])
})

test('versions are days, oldest first, and the newest is in force', () => {
  expect(clauseVersions.map((version) => new Date(version).toISOString().slice(0, 10))).toEqual([...clauseVersions].sort())
  expect(clauseInForce).toBe(clauseVersions.at(-1))
})

// GDPR art. 13(1) and (2): what a person must be told.
test.each(languages)('the clause in force in %s tells all that it must', (language) => {
  const html = renderToStaticMarkup(createElement(wordings[clauseInForce][language]))
  const told = {
    pl: [/Administratorem danych jest/, /Inspektor ochrony danych/, /art\. 6 ust\. 1 lit\. e RODO/, /Kto dostaje dane/, /poza Europejski Obszar Gospodarczy/, /jak długo/, /poprawić/, /ograniczenia przetwarzania/, /sprzeciw/, /skargę do Prezesa/, /dobrowolne/, /automatycznie/],
    en: [/The controller is/, /Data protection officer/, /art\. 6\(1\)\(e\)/, /Who receives data/, /outside the European Economic Area/, /how long/, /correct it/, /restricted/, /object/, /complain/, /voluntary/, /automatically/],
  }[language]
  for (const each of told) expect(html).toMatch(each)
})
