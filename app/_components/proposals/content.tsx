import { Body } from '@/app/_components/discussion/body'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { ProposalContent } from '@/lib/proposals/content'
import { bindShortWords } from '@/lib/text'
import { CostTable, SourcesTable } from './money-tables'
import { sayNumber } from './numbers'

type Props = { content: ProposalContent; tasks: readonly { code: string; title: string }[]; language: Language; level?: 'h2' | 'h3' }

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

export function ProposalDetails({ content, tasks, language, level: Heading = 'h2' }: Props) {
  const t = translator(language)
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
      <section>
        <Heading lang={language}>{t('proposal.need')}</Heading>
        <Body text={content.need} />
      </section>
      <section>
        <Heading lang={language}>{t('proposal.targetGroup')}</Heading>
        <Body text={content.targetGroup} />
      </section>
      <section>
        <Heading lang={language}>{t('proposal.actions')}</Heading>
        <p className="meta" lang={language}>{t('proposal.when')}: {t('proposal.fromTo', { from: say(content.from), to: say(content.to) })}</p>
        <ol className="timeline">
          {content.actions.map((action, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows never move
            <li key={place}>
              <p><b>{action.name}</b></p>
              <p className="meta" lang={language}>{t('proposal.fromTo', { from: say(action.from), to: say(action.to) })}</p>
              <Body text={action.description} />
            </li>
          ))}
        </ol>
      </section>
      <section>
        <Heading lang={language}>{t('proposal.results')}</Heading>
        <div className="scroll" role="region" tabIndex={0} aria-label={t('proposal.results')}>
          <table className="table">
            <thead lang={language}>
              <tr><th scope="col">{t('proposal.result')}</th><th scope="col">{t('proposal.target')}</th><th scope="col">{t('proposal.measuring')}</th></tr>
            </thead>
            <tbody>
              {content.results.map((result, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- rows never move
                <tr key={place}><th scope="row">{result.name}</th><td>{sayNumber(result.targetThousandths, language)} {result.unit}</td><td>{result.measuring}</td></tr>
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
    </div>
  )
}
