import { Difference } from '@/app/_components/discussion/difference'
import { sayDate, sayMoney } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { FieldDifference } from '@/lib/proposals/versions'
import { sayNumber } from './numbers'
import { blankDraft } from '@/lib/proposals/draft'
import { sayPath } from './labels'

/** Which fields differ between two wordings of a proposal, each word by word. */
export function Differences({ differences, language, level: Heading = 'h3' }: { differences: readonly FieldDifference[]; language: Language; level?: 'h3' | 'h4' }) {
  const t = translator(language)
  return (
    <dl className="differences">
      {differences.map(({ path, before, after }) => (
        <div key={path}>
          <dt><Heading>{sayPath(fieldOf(path), blankDraft(), t)}</Heading></dt>
          <dd lang={language === 'pl' ? undefined : 'pl'}><Difference before={sayValue(path, before, language)} after={sayValue(path, after, language)} language={language} /></dd>
        </div>
      ))}
    </dl>
  )
}

/** What is kept as whole numbers stands in the form under the name of what was typed. */
const fieldOf = (path: string) => path.replace(/(\w+)(Grosze|Thousandths)$/, '$1')

/** A value as people read it: money kept in grosze, numbers in thousandths, days as dates. */
function sayValue(path: string, value: string | number | null, language: Language): string {
  if (value === null) return ''
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? sayDate(value, language) : value
  return path.endsWith('Thousandths') ? sayNumber(value, language) : path.endsWith('Grosze') || path.startsWith('sources.') ? sayMoney(value, language) : String(value)
}
