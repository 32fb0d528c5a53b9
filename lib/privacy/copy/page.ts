import { sayMoment } from '../../dates'
import type { Language } from '../../language'
import { isMessageKey, translator, type Translate } from '../../messages'
import { partNames, type Part, type Row, type Value } from './parts'

/** A copy as it is written down: whose, of when, and every part. */
export type Copy = { madeAt: Date; site: string; parts: Record<Part, Row[]> }

/** The copy for machines. */
export const toJson = ({ madeAt, site, parts }: Copy): string => `${JSON.stringify({ madeAt: madeAt.toISOString(), site, ...parts }, null, 2)}\n`

/** The copy to be read and printed: one page that needs nothing else, in the person's language. */
export function toPage({ madeAt, site, parts }: Copy, language: Language): string {
  const t = translator(language)
  const filled = partNames.filter((part) => parts[part].length)
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${html(t('privacy.copy.pageTitle'))}</title>
<style>${look}</style>
<main>
<h1>${html(t('privacy.copy.pageTitle'))}</h1>
<p>${html(t('privacy.copy.pageLead', { moment: sayMoment(madeAt, language), site }))}</p>
<p>${html(t('privacy.copy.pageOthers'))}</p>
<nav aria-label="${html(t('privacy.copy.contents'))}"><ol>${filled.map((part) => `<li><a href="#${part}">${html(partName(t, part))}</a> (${parts[part].length})</li>`).join('')}</ol></nav>
${filled.map((part) => section(t, language, part, parts[part])).join('\n')}
<h2>${html(t('privacy.copy.nothing'))}</h2>
<p>${html(partNames.filter((part) => !parts[part].length).map((part) => partName(t, part)).join(', ') || '–')}</p>
</main>
</html>
`
}

const partName = (t: Translate, part: Part) => t(`privacy.copy.part.${part}`)

const section = (t: Translate, language: Language, part: Part, rows: Row[]) =>
  `<h2 id="${part}">${html(partName(t, part))}</h2>\n${rows.map((row) => facts(t, language, row)).join('\n')}`

/** A row as names and values, without those that are empty. */
const facts = (t: Translate, language: Language, row: Row): string =>
  `<dl>${Object.entries(row).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && !value.length)).map(([name, value]) => `<div><dt>${html(fieldName(t, name))}</dt><dd>${said(t, language, name, value)}</dd></div>`).join('')}</dl>`

function fieldName(t: Translate, name: string): string {
  const key = `privacy.copy.field.${name}`
  return isMessageKey(key) ? t(key) : name
}

/** Fields whose values are words of ours. */
const ours = ['role', 'stance', 'state', 'kind', 'choices', 'stratum', 'outcome', 'what', 'declaration', 'against', 'side']

function said(t: Translate, language: Language, name: string, value: Value): string {
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'object' && each && !Array.isArray(each) ? facts(t, language, each) : said(t, language, name, each))).join(name === 'choices' ? ', ' : '')
  if (typeof value === 'object' && value) return facts(t, language, value)
  if (typeof value === 'boolean') return html(t(value ? 'privacy.copy.yes' : 'privacy.copy.no'))
  const text = String(value)
  if (typeof value === 'string' && moment.test(value)) return `<time datetime="${html(text)}">${html(sayMoment(new Date(value), language))}</time>`
  if (name === 'address') return `<a href="${html(text)}">${html(text)}</a>`
  const key = name === 'ground' ? `ground.${text}` : `privacy.copy.value.${text}`
  return html((name === 'ground' || ours.includes(name)) && isMessageKey(key) ? t(key) : text)
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/

const html = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

const look = `:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;margin:0}main{max-width:46rem;margin:auto;padding:1.5rem}h2{margin-top:2.5rem}dl{border:1px solid;border-radius:.5rem;padding:.75rem 1rem;margin:.75rem 0;break-inside:avoid}dl dl{border-style:dashed}dl>div{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;padding:.15rem 0}dt{font-weight:600}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}@media(max-width:32rem){dl>div{grid-template-columns:1fr}}@media print{nav{display:none}main{padding:0}}`
