import { address } from '@/lib/addresses'
import { countUnanswered } from '@/lib/discussion/queries/unanswered'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Person } from '@/lib/person'
import { listOwners } from '@/lib/strategy/queries'
import { TitleText } from '../strategy/title'

/** For officials: tasks whose discussions have questions that the office has not answered. */
export async function OpenQuestions({ viewer, language }: { viewer: Person; language: Language }) {
  if (!viewer.roles.includes('official')) return null
  const t = translator(language)
  const tasks = await listOwners(viewer, language)
  const open = await countUnanswered(viewer, tasks.map(({ threadId }) => threadId))
  const waiting = tasks.filter(({ threadId }) => open.has(threadId)).sort((a, b) => open.get(b.threadId)! - open.get(a.threadId)!)
  return (
    <section className="section-head">
      <h2>{t('writing.official.tasks')}</h2>
      {waiting.length === 0 && <p className="quiet">{t('writing.official.none')}</p>}
      <ul className="list">
        {waiting.map(({ code, title, threadId }) => (
          <li key={code}>
            <a href={address(language, 'answerTask', { code })}>{code} <TitleText title={title} language={language} /></a>
            <span className="meta"> · {t('writing.official.open', { count: open.get(threadId)! })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
