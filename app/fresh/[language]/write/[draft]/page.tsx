import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { NameForm } from '@/app/_components/accounts/name-form'
import { nameProblems } from '@/app/_components/accounts/problems'
import { DraftedBallot } from '@/app/_components/voting/drafted-ballot'
import { CommentForm } from '@/app/_components/discussion/comment-form'
import { DraftedReaction } from '@/app/_components/discussion/drafted-reaction'
import { commentWords } from '@/app/_components/discussion/words'
import { DraftedReport } from '@/app/_components/moderation/report'
import { getDraft } from '@/lib/accounts/queries'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listOwnOrganisations } from '@/lib/organisations/queries'
import type { Person } from '@/lib/person'

type Props = { params: Promise<{ language: Language; draft: string }> }
type Drafted = { values: Record<string, string>; from: string; language: Language; person: Person }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('account.draftTitle')} – ${t('site.name')}` }
}

/** What was written before signing in, in the form it was written in, to be confirmed. */
export default async function Write({ params }: Props) {
  const { language, draft: key } = await params
  const t = translator(language)
  const here = address(language, 'write', { draft: key })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const draft = await getDraft(viewer, key)
  const form = draft && forms[draft.form]
  if (!draft || !form) {
    return (
      <div className="wrap page narrow">
        <h1>{t('account.draftGone')}</h1>
        <p className="lead">{t('account.draftGoneLead')}</p>
        <p className="acts"><a className="ds-button" href={address(language, 'tasks')}>{t('task.allTasks')}</a></p>
      </div>
    )
  }
  return (
    <div className="wrap page narrow">
      <h1>{t(draft.form === 'ballot' ? 'account.draftTitleVote' : 'account.draftTitle')}</h1>
      {draft.form !== 'ballot' && <p className="lead">{t('account.draftLead')}</p>}
      {!viewer.name && draft.form !== 'ballot' && (
        <section>
          <p>{t('account.welcomeLead')}</p>
          <NameForm language={language} name={null} from={here} problems={nameProblems(language)} words={{ name: t('account.name'), hint: t('account.nameHint'), save: t('account.saveName') }} />
        </section>
      )}
      {await form({ values: draft.values, from: ownAddress(draft.values._from) ?? address(language, 'home'), language, person: viewer })}
    </div>
  )
}

/** The forms that can be filled in before signing in, by the `draft` name of their action. */
const forms: Record<string, (drafted: Drafted) => ReactNode | Promise<ReactNode>> = {
  comment: async ({ values, from, language, person }) => (
    <CommentForm
      threadId={values.threadId}
      parentId={values.parentId}
      formKey={values.formKey}
      language={language}
      from={from}
      words={commentWords(language)}
      visitor={{ name: person.name, organisations: await listOwnOrganisations(person), isOfficial: person.roles.includes('official') }}
      values={{ body: values.body, stance: values.stance, speaksAs: values.speaksAs }}
      comesBackTo={from}
    />
  ),
  ballot: ({ values, from, language }) => <DraftedBallot values={values} from={from} language={language} />,
  reaction: ({ values, from, language }) => <DraftedReaction values={values} from={from} language={language} />,
  report: ({ values, from, language, person }) => <DraftedReport values={values} from={from} language={language} person={person} />,
}
