import { address } from '@/lib/addresses'
import { clauseInForce, clauseVersions, type ClauseVersion } from '@/lib/clauses'
import { sayDate } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { wordings } from './wordings'

/** A version of the information clause, with its day, whether it is in force, and the ways to the others. */
export function Clause({ version, language }: { version: ClauseVersion; language: Language }) {
  const t = translator(language)
  const Wording = wordings[version][language]
  const others = clauseVersions.filter((other) => other !== version).toReversed()
  return (
    <Wording>
      <p className="meta">
        {t(version === clauseInForce ? 'privacy.clause.inForce' : 'privacy.clause.earlier', { date: sayDate(version, language) })}{' '}
        {version !== clauseInForce && <a href={address(language, 'privacy')}>{t('privacy.clause.toInForce')}</a>}
      </p>
      {others.length > 0 && (
        <p className="meta">
          {t('privacy.clause.others')} {others.map((other, place) => <span key={other}>{place > 0 && ', '}<a href={address(language, 'clause', { version: other })}>{sayDate(other, language)}</a></span>)}
        </p>
      )}
    </Wording>
  )
}
