import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { contentOf } from '@/lib/moderation/contents'
import type { Statement as Stated } from '@/lib/moderation/queries/statements'
import { statementOf } from '@/lib/moderation/statement'
import type { Subject } from '@/lib/moderation/subjects'
import { Body } from '../discussion/body'
import { AppealState } from './appeal-state'

type Props = { decision: Stated; subject: Subject | undefined; language: Language }

/** A statement of reasons: what was decided, how long, why, on what ground, how it came about, and how to contest it. */
export function Statement({ decision, subject, language }: Props) {
  const t = translator(language)
  const { commentId, organisation, at, undoneAt, ground, law, said, appeal } = decision
  const about = contentOf(decision)?.about ?? 'comment'
  return (
    <>
      <p className="meta"><time dateTime={at.toISOString()}>{t('statement.when', { date: sayMoment(at, language) })}</time></p>
      {undoneAt && <div className="notice"><p>{t('statement.undone', { date: sayMoment(undoneAt, language) })}</p></div>}
      {subject && commentId && <p>{t('statement.where')}: <a href={subject.comment(commentId)} lang={subject.lang}>{subject.title}</a></p>}
      {organisation && <p>{t('statement.whose')}: <bdi>{organisation}</bdi></p>}
      <dl className="stated">
        {statementOf(decision, language).parts.map(({ part, heading, text }) => (
          <div key={part}>
            <dt>{heading}</dt>
            <dd>
              <bdi>{text}</bdi>
              {part === 'ground' && !law && <><br /><a href={`${address(language, 'terms')}#${ground}`}>{t('statement.termsLink')}</a></>}
            </dd>
          </div>
        ))}
      </dl>
      {said !== null && (
        <section className="section-head" aria-labelledby="tresc">
          <h2 id="tresc">{t('statement.yourText', { about })}</h2>
          <blockquote className="quoted"><Body text={said} /></blockquote>
        </section>
      )}
      {appeal && <AppealState appeal={appeal} language={language} />}
    </>
  )
}
