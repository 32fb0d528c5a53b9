import { Difference } from '@/app/_components/discussion/difference'
import { sayDate } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { ProposalContent } from '@/lib/proposals/content'
import { retyped } from '@/lib/proposals/retyped'
import { sayTaskKind } from '@/lib/proposals/task-kind'
import { differencesOf } from '@/lib/proposals/versions'
import { sayPath } from './labels'

type Props = { before: ProposalContent; after: ProposalContent; language: Language; level?: 'h3' | 'h4' }

/** Which fields differ between two wordings of a proposal, each word by word. */
export function Differences({ before, after, language, level: Heading = 'h3' }: Props) {
  const t = translator(language)
  const [old, now] = [retyped(before), retyped(after)]
  return (
    <dl className="differences">
      {differencesOf(before, after).map(({ path, ...texts }) => (
        <div key={path}>
          <dt><Heading>{sayPath(path, texts.after ? now : old, t)}</Heading></dt>
          <dd lang={language === 'pl' ? undefined : 'pl'}><Difference before={sayText(path, texts.before, language)} after={sayText(path, texts.after, language)} language={language} /></dd>
        </div>
      ))}
    </dl>
  )
}

const sayText = (path: string, text: string, language: Language) => (path === 'taskKind' ? sayTaskKind(text, language) : /^\d{4}-\d\d-\d\d$/.test(text) ? sayDate(text, language) : text)
