import type { Language } from '@/lib/language'
import type { CallListed } from '@/lib/volunteering/queries/public'
import { CallList } from './call-list'

/** On the page of an organisation or a proposal: whom it looks for. Nothing where it looks for nobody. */
export function Wanted({ calls, title, language }: { calls: readonly CallListed[]; title: string; language: Language }) {
  return calls.length > 0 && (
    <section className="wanted" aria-labelledby="wolontariat">
      <h2 id="wolontariat">{title}</h2>
      <CallList calls={calls} language={language} level="h3" organisation={false} />
    </section>
  )
}
