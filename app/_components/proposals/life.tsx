import type { ReactNode } from 'react'
import { Body } from '@/app/_components/discussion/body'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Happening } from '@/lib/proposals/queries/timeline'

type Props = {
  happened: readonly Happening[]
  /** The criteria and points that a decision rests on, shown with the newest one. */
  assessment?: ReactNode
  language: Language
}

/** The life of a proposal as everybody may know it: what, when, who as an office or an organisation, and why. */
export function Life({ happened, assessment, language }: Props) {
  const t = translator(language)
  const decided = happened.findLast(({ what }) => what === 'accept' || what === 'decline')
  const what = ({ what }: Happening) =>
    what === 'appealed' || what === 'dismissed' || what === 'changed' || what === 'otherMerged' || what === 'otherUnmerged' ? t(`life.timeline.${what}`) : t(`proposal.move.${what}`)
  return (
    <section aria-labelledby="przebieg" className="life">
      <h2 id="przebieg">{t('life.timeline.title')}</h2>
      <ol className="timeline">
        {happened.map((happening) => (
          <li key={`${happening.what}-${happening.at.getTime()}`}>
            <p>
              <b>{what(happening)}</b>
              {happening.other && <>: <a href={address(language, 'proposal', { slug: happening.other.slug })} lang="pl">{happening.other.title}</a></>}
            </p>
            <p className="meta"><time dateTime={happening.at.toISOString()}>{sayDay(happening.at, language)}</time> · {t(`life.timeline.${happening.who}`)}{happening.supportsBefore !== null && ` · ${t('life.versions.after', { count: happening.supportsBefore })}`}</p>
            {happening.reason && <div lang="pl"><Body text={happening.reason} /></div>}
            {happening === decided && assessment}
          </li>
        ))}
      </ol>
    </section>
  )
}
