import { Body } from '@/app/_components/discussion/body'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator, type MessageKey } from '@/lib/messages'
import type { ProposalContent } from '@/lib/proposals/content'
import { sayTaskKind } from '@/lib/proposals/task-kind'
import { bindShortWords } from '@/lib/text'
import { CostTable, SourcesTable } from './money-tables'
import { sayNumber } from './numbers'
import { Partners, Split } from './together'

type Props = {
  content: ProposalContent
  tasks: readonly { code: string; title: string }[]
  /** The name of the organisation that writes. */
  organisation: string
  language: Language
  level?: 'h2' | 'h3'
}

/** All of a proposal below its title, as it will look; on its own page the two parts stand apart. */
export function ProposalWhole(props: Props) {
  return (
    <>
      <ProposalSummary {...props} />
      <ProposalDetails {...props} />
    </>
  )
}

export function ProposalSummary({ content, language }: Pick<Props, 'content' | 'language'>) {
  return <div className="lead summary" lang={language === 'pl' ? undefined : 'pl'}><Body text={content.summary} /></div>
}

export function ProposalDetails({ content, tasks, organisation, language, level: Heading = 'h2' }: Props) {
  const t = translator(language)
  const texts = (parts: readonly (readonly [MessageKey, string])[]) => parts.map(([key, text]) => text && (
    <section key={key}>
      <Heading lang={language}>{t(key)}</Heading>
      <Body text={text} />
    </section>
  ))
  const say = (day: string) => sayDay(new Date(`${day}T12:00:00Z`), language)
  return (
    <div className="proposal" lang={language === 'pl' ? undefined : 'pl'}>
      <section lang={language}>
        <Heading>{t('proposal.servedTasks')}</Heading>
        <ul className="served">
          {tasks.map(({ code, title }) => (
            <li key={code}><a href={address(language, 'task', { code })}><span className="code">{code}</span> <span lang="pl">{bindShortWords(title)}</span></a></li>
          ))}
        </ul>
      </section>
      {texts([
        ['offer.field.taskKind', sayTaskKind(content.taskKind, language)],
        ['proposal.need', content.need],
        ['proposal.targetGroup', content.targetGroup],
        ['offer.field.places', content.places],
        ['offer.field.complementarity', content.complementarity],
      ])}
      <Partners content={content} language={language} level={Heading} />
      <section>
        <Heading lang={language}>{t('proposal.actions')}</Heading>
        <p className="meta" lang={language}>{t('proposal.when')}: {t('proposal.fromTo', { from: say(content.from), to: say(content.to) })}</p>
        <ol className="timeline">
          {content.actions.map((action) => (
            <li key={action.id}>
              <p><b>{action.name}</b></p>
              <p className="meta" lang={language}>{t('proposal.fromTo', { from: say(action.from), to: say(action.to) })}</p>
              <Body text={action.description} />
              {action.targetGroup && <p className="meta"><span lang={language}>{t('offer.field.actions.targetGroup')}:</span> {action.targetGroup}</p>}
              {action.nonParty && <p className="meta"><span lang={language}>{t('offer.nonParty')}:</span> {action.nonParty}</p>}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <Heading lang={language}>{t('proposal.results')}</Heading>
        {(['direct', 'change', 'durability'] as const).map((part) => content.narrative[part] && (
          <div key={part}>
            <p><b lang={language}>{t(`offer.field.narrative.${part}`)}</b></p>
            <Body text={content.narrative[part]} />
          </div>
        ))}
        <div className="scroll" role="region" tabIndex={0} aria-label={t('proposal.results')}>
          <table className="table">
            <thead lang={language}>
              <tr><th scope="col">{t('proposal.result')}</th><th scope="col">{t('proposal.target')}</th><th scope="col">{t('proposal.measuring')}</th></tr>
            </thead>
            <tbody>
              {content.results.map((result) => (
                <tr key={result.id}>
                  <th scope="row">{result.name}</th>
                  <td>{sayNumber(result.targetThousandths, language)} {result.unit}</td>
                  <td>{result.measuring}{result.source && <><br /><span className="quiet"><span lang={language}>{t('offer.source')}:</span> {result.source}</span></>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <Heading lang={language}>{t('proposal.costs')}</Heading>
        <CostTable content={content} language={language} />
      </section>
      <section lang={language}>
        <Heading>{t('proposal.sources')}</Heading>
        <SourcesTable content={content} language={language} />
      </section>
      <Split content={content} organisation={organisation} language={language} level={Heading} />
      {content.paid !== null && <p lang={language}>{t('offer.field.paid')}: {t(`offer.paid.${content.paid ? 'paid' : 'unpaid'}`)}.</p>}
      {texts([
        ['offer.field.experience', content.experience],
        ['offer.field.resources.people', content.resources.people],
        ['offer.field.resources.things', content.resources.things],
        ['offer.field.resources.money', content.resources.money],
        ['offer.field.otherInformation', content.otherInformation],
      ])}
    </div>
  )
}
