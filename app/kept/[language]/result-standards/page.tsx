import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_components/site/metadata'
import { Prose } from '@/app/_components/site/prose'
import { languageIn } from '@/app/kept/language'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { resultLibrary, type Definition } from '@/lib/proposals/result-library'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'resultStandards', (t) => t('offer.standards.title'))

/** How results are to be described, what is checked before a proposal is sent, and the library of models (task 1.1.13). */
export default async function ResultStandards({ params }: Props) {
  const language = await languageIn(params)
  const t = translator(language)
  const checks = ['noNumber', 'noUnit', 'noMeasuring', 'noSource', 'uncountable', 'alone'] as const
  return (
    <Prose language={language} title={t('offer.standards.title')} lead={t('offer.standards.lead')}>
      <h2>{t('offer.standards.rules')}</h2>
      <ol>{([1, 2, 3, 4] as const).map((number) => <li key={number}>{t(`offer.standards.rule${number}`)}</li>)}</ol>
      <h2>{t('offer.standards.checks')}</h2>
      <p>{t('offer.standards.checksLead')}</p>
      <ul>{checks.map((check) => <li key={check}>{t(`offer.quality.${check}`, check === 'uncountable' ? { word: resultLibrary[0]![language].bad.split(' ')[0]! } : undefined)}</li>)}</ul>
      <p><a className="ds-button" href={address(language, 'newProposal')}>{t('offer.standards.write')}</a></p>
      <h2>{t('offer.standards.library')}</h2>
      <p>{t('offer.standards.libraryLead')}</p>
      {resultLibrary.map((definition) => <Entry key={definition.code} definition={definition} language={language} />)}
    </Prose>
  )
}

function Entry({ definition: { code, tasks, ...words }, language }: { definition: Definition; language: Language }) {
  const t = translator(language)
  const { name, unit, measuring, evidence, good, bad } = words[language]
  return (
    <section className="panel definition" id={code} aria-labelledby={`${code}-name`}>
      <h3 id={`${code}-name`}>{name}</h3>
      <p className="meta">{t('offer.standards.tasks', { codes: '' })}{tasks.map((task, place) => <span key={task}>{place > 0 && ', '}<a href={address(language, 'task', { code: task })}>{task}</a></span>)}</p>
      <dl className="facts">
        <div><dt>{t('offer.standards.unit')}</dt><dd>{unit}</dd></div>
        <div><dt>{t('offer.standards.measuring')}</dt><dd>{measuring}</dd></div>
        <div><dt>{t('offer.standards.evidence')}</dt><dd>{evidence}</dd></div>
        <div><dt>{t('offer.standards.good')}</dt><dd>{good}</dd></div>
        <div><dt>{t('offer.standards.bad')}</dt><dd>{bad}</dd></div>
      </dl>
    </section>
  )
}
