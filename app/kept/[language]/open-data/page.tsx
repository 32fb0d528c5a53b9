import type { Metadata } from 'next'
import { cacheLife } from 'next/cache'
import { pageMetadata } from '@/app/_components/site/metadata'
import { Prose } from '@/app/_components/site/prose'
import { languageIn } from '@/app/kept/language'
import { address } from '@/lib/addresses'
import { env } from '@/lib/env'
import type { Language } from '@/lib/language'
import { translator, type MessageKey } from '@/lib/messages'
import { endpoints } from '@/lib/opendata/endpoints'
import { columnsOf, records, type Dataset } from '@/lib/opendata/records'
import { itemsAPage } from '@/lib/opendata/rules'

type Props = { params: Promise<{ language: Language }> }

const datasets = Object.keys(records) as Dataset[]
const exampleCode = '1.1.19'

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'openData', (t) => t('openData.title'))

/** What there is to take away, how to read it, and on which terms. */
export default async function OpenData({ params }: Props) {
  const language = await languageIn(params)
  const origin = await ownOrigin()
  const t = translator(language)
  const feeds = [
    ['/feeds/tasks/all.atom', t('openData.feedTasks')],
    [`/feeds/tasks/${exampleCode}.atom`, t('openData.feedTask', { code: exampleCode })],
    ['/feeds/proposals/all.atom', t('openData.feedProposals')],
  ] as const
  return (
    <Prose language={language} title={t('openData.title')} lead={t('openData.lead')}>
      <h2>{t('openData.sets')}</h2>
      {datasets.map((dataset) => <DatasetEntry key={dataset} dataset={dataset} origin={origin} language={language} />)}
      <p className="notice">{t('openData.noPersonal')}</p>

      <h2>{t('openData.how')}</h2>
      <ul>
        <li>{t('openData.howPages', { count: itemsAPage })}</li>
        <li>{t('openData.howCsv')}</li>
        <li>{t('openData.howMoney')}</li>
        <li>{t('openData.howOpenApi')} <a href="/api/v1/openapi.json" className="web-address">{origin}/api/v1/openapi.json</a></li>
      </ul>

      <h2>{t('openData.feedsHeading')}</h2>
      <p>{t('openData.feedsLead')}</p>
      <ul>
        {feeds.map(([path, name]) => <li key={path}>{name}: <a href={path} className="web-address">{origin}{path}</a></li>)}
      </ul>

      <h2>{t('checkpoint.link')}</h2>
      <p>{t('checkpoint.about')} <a href={address(language, 'checkpoints')}>{t('checkpoint.title')}</a>.</p>

      <h2>{t('openData.licence')}</h2>
      <p>{t('openData.licenceCity')} <a href="https://creativecommons.org/publicdomain/zero/1.0/legalcode.pl" hrefLang="pl">{t('openData.licenceCc0')}</a>.</p>
      <p>{t('openData.licenceResidents')} <a href={`${address(language, 'terms')}#license`}>{t('openData.licenceTerms')}</a>.</p>
      <p>{t('openData.unofficial')}</p>

      <h2>{t('openData.dictionary')}</h2>
      {datasets.map((dataset) => <Dictionary key={dataset} dataset={dataset} language={language} />)}
    </Prose>
  )
}

function DatasetEntry({ dataset, origin, language }: { dataset: Dataset; origin: string; language: Language }) {
  const t = translator(language)
  const path = endpoints[dataset].path.replace('{code}', exampleCode)
  const name = t(`openData.set.${dataset}.name`)
  const formats = [
    ['', t('openData.json')],
    ['?format=csv', t('openData.csv')],
    ['?format=csv&separator=;', t('openData.excel')],
  ] as const
  return (
    <section>
      <h3>{name}</h3>
      <p>{t(`openData.set.${dataset}.about`)}</p>
      <p><code className="web-address">{origin}{path}</code></p>
      {path.includes('{') || <ul>
        {formats.map(([query, format]) => <li key={query}><a href={path + query} aria-label={`${format}: ${name}`}>{format}</a></li>)}
      </ul>}
    </section>
  )
}

function Dictionary({ dataset, language }: { dataset: Dataset; language: Language }) {
  const t = translator(language)
  const name = t(`openData.set.${dataset}.name`)
  return (
    <section>
      <h3>{name}</h3>
      <table className="table">
        <thead><tr><th scope="col">{t('openData.column')}</th><th scope="col">{t('openData.meaning')}</th></tr></thead>
        <tbody>
          {columnsOf(records[dataset]).map((column) => (
            <tr key={column}><th scope="row"><code>{column}</code></th><td>{t(`openData.fields.${dataset}.${column}` as MessageKey)}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The installation's origin, read when the page is first shown and not when it is built. */
async function ownOrigin() {
  'use cache'
  cacheLife('max')
  return env.origin
}
