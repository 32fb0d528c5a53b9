import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Person } from '@/lib/person'
import { changePublishedAction } from '@/lib/proposals/actions/course'
import { readProposal } from '@/lib/proposals/reading'
import { mayChange } from '@/lib/proposals/life-cycle'
import { differencesOf } from '@/lib/proposals/versions'
import { Differences } from './differences'
import type { OwnProposal } from './own-moves'
import { sayPath } from './labels'

type Props = { proposal: OwnProposal; viewer: Person; known: ReadonlySet<string>; from: string; language: Language }

/** Changing what is public: the way into the form, and what was saved there beside what everybody reads, to be published with a reason. */
export function ChangeForm({ proposal, viewer, known, from, language }: Props) {
  const t = translator(language)
  if (mayChange(viewer, proposal) || !proposal.content) return null
  const { content, problems = {} } = readProposal(proposal.draft, known)
  const differences = content ? differencesOf(proposal.content, content) : []
  return (
    <section aria-labelledby="zmiana" className="own-move">
      <h2 id="zmiana">{t('life.change.title')}</h2>
      <p>{t('life.change.lead')}</p>
      <p><a className="ds-button" data-variant="secondary" href={address(language, 'draftStep', { id: proposal.id, step: '1' })}>{t('life.change.start')}</a></p>
      {!content && (
        <>
          <p>{t('life.change.notWhole')}</p>
          <ul>{Object.entries(problems).map(([path, said]) => <li key={path}><b>{sayPath(path, proposal.draft, t)}</b>: {said.map(({ key, values }) => t(key, values)).join(' ')}</li>)}</ul>
        </>
      )}
      {content && differences.length === 0 && <p className="quiet">{t('life.change.none')}</p>}
      {differences.length > 0 && (
        <>
          <h3>{t('life.change.pending')}</h3>
          <Differences differences={differences} language={language} level="h4" />
          <Form className="stack" action={changePublishedAction} language={language} from={from} hidden={{ id: proposal.id, version: String(proposal.version) }}>
            <Field name="reason" rows={3} label={t('life.change.reason')} hint={t('life.change.reasonHint')} required />
            <p><Submit>{t('life.change.submit')}</Submit></p>
          </Form>
        </>
      )}
    </section>
  )
}
