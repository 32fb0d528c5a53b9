import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { publicStates, type PublicState } from '@/lib/proposals/life-cycle'
import type { listTaskTitles } from '@/lib/strategy/queries'
import { bindShortWords } from '@/lib/text'

type Props = { tasks: Awaited<ReturnType<typeof listTaskTitles>>; state?: PublicState | undefined; task?: string | undefined; language: Language }

/** Which proposals to show; a form that asks by address, so that it works without JavaScript and can be shared. */
export function ProposalFilter({ tasks, state, task, language }: Props) {
  const t = translator(language)
  return (
    <form className="filter" action={address(language, 'chosenProposals')} method="get" aria-label={t('life.filter.title')}>
      <div className="ds-field">
        <label className="ds-label" htmlFor="stan">{t('life.filter.state')}</label>
        <select className="ds-input" id="stan" name="stan" defaultValue={state ?? ''}>
          <option value="">{t('life.filter.anyState')}</option>
          {publicStates.map((each) => <option key={each} value={each}>{t(`proposal.state.${each}`)}</option>)}
        </select>
      </div>
      <div className="ds-field">
        <label className="ds-label" htmlFor="zadanie">{t('life.filter.task')}</label>
        <select className="ds-input" id="zadanie" name="zadanie" defaultValue={task ?? ''}>
          <option value="">{t('life.filter.anyTask')}</option>
          {tasks.map(({ code, title }) => <option key={code} value={code}>{code} {bindShortWords(title.text)}</option>)}
        </select>
      </div>
      <button className="ds-button" type="submit" data-variant="secondary">{t('life.filter.submit')}</button>
    </form>
  )
}
