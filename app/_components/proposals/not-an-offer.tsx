import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

const polish = translator('pl')('proposal.notAnOffer')

/** That a proposal is no offer (UDPPiW art. 14): the Polish sentence is the one that counts, so it always stands there. */
export function NotAnOffer({ language }: { language: Language }) {
  return (
    <div className="notice">
      <p lang="pl">{polish}</p>
      {language !== 'pl' && <p>{translator(language)('proposal.notAnOffer')}</p>}
    </div>
  )
}
