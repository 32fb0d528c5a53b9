import type { Metadata } from 'next'
import { cacheLife } from 'next/cache'
import { CheckpointTable } from '@/app/_components/site/checkpoint-table'
import { pageMetadata } from '@/app/_components/site/metadata'
import { Prose } from '@/app/_components/site/prose'
import { keepUntilTouched } from '@/app/kept/kept'
import { languageIn } from '@/app/kept/language'
import { env } from '@/lib/env'
import type { Language } from '@/lib/language'
import { listCheckpoints } from '@/lib/ledger/queries'
import { translator } from '@/lib/messages'
import { tag } from '@/lib/tags'

type Props = { params: Promise<{ language: Language }> }

const atMost = 31

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'checkpoints', (t) => t('checkpoint.title'))

/** What the ledger is, how anyone can verify it, and its latest checkpoints. */
export default async function Checkpoints({ params }: Props) {
  const language = await languageIn(params)
  const t = translator(language)
  const [origin, checkpoints] = await Promise.all([ownOrigin(), keptCheckpoints()])
  const index = '/otwarte-dane/checkpoints/index.json'
  return (
    <Prose language={language} title={t('checkpoint.title')} lead={t('checkpoint.lead')}>
      <h2>{t('checkpoint.howHeading')}</h2>
      <p>{t('checkpoint.howChain')}</p>
      <p>{t('checkpoint.howDaily')}</p>
      <p>{t('checkpoint.howPrivate')}</p>
      <p>{t('checkpoint.howHidden')}</p>

      <h2>{t('checkpoint.checkHeading')}</h2>
      <p>{t('checkpoint.checkCode')}</p>
      <p><code className="web-address">npm run verify -- {origin}</code></p>
      <p>{t('checkpoint.checkOwn')} <a href={index} className="web-address">{origin}{index}</a></p>

      <h2>{t('checkpoint.listHeading')}</h2>
      {checkpoints.length === 0 ? (
        <p className="empty">{t('checkpoint.empty')}</p>
      ) : (
        <>
          <p>{t('checkpoint.shown', { count: checkpoints.length })}</p>
          <p>{t('checkpoint.newest')} <code className="web-address">{checkpoints[0]!.hash}</code></p>
          <CheckpointTable checkpoints={checkpoints} language={language} />
        </>
      )}
    </Prose>
  )
}

async function keptCheckpoints() {
  'use cache'
  keepUntilTouched(tag.checkpoints)
  return listCheckpoints(null, atMost)
}

/** The installation's origin, read when the page is first shown and not when it is built. */
async function ownOrigin() {
  'use cache'
  cacheLife('max')
  return env.origin
}
