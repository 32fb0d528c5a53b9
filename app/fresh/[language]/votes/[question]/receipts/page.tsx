import type { Metadata } from 'next'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address, withQuery } from '@/lib/addresses'
import { sayDate } from '@/lib/dates'
import { isUuid } from '@/lib/ids'
import { isInvalidated } from '@/lib/integrity/queries/decisions'
import type { Language } from '@/lib/language'
import { checkpointWithReceipts } from '@/lib/ledger/queries'
import { translator } from '@/lib/messages'
import { getQuestion, isCounted, listReceipts } from '@/lib/voting/queries'
import { readReceipt, sayReceipt } from '@/lib/voting/rules'
import { ownerOf } from '@/app/_components/voting/owner'
import { voteWords } from '@/app/_components/voting/words'

type Props = { params: Promise<{ language: Language; question: string }>; searchParams: Promise<{ kod?: string | string[]; od?: string | string[] }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('vote.receipts')} – ${t('site.name')}` }
}

const receiptsAPage = 300

/** The receipts of a closed question, and whether a certain one is among them. None tells a choice or a person. */
export default async function Receipts({ params, searchParams }: Props) {
  const { language, question: id } = await params
  const { kod, od } = await searchParams
  const question = isUuid(id) ? await getQuestion(null, id) : null
  if (question?.state !== 'closed') nothingHere()
  const typed = [kod].flat()[0]
  const asked = typed ? readReceipt(typed).slice(0, 12) : ''
  const t = translator(language)
  const [found, invalidated, checkpoint, owner, listed] = await Promise.all([
    asked ? isCounted(null, id, asked) : null,
    asked ? isInvalidated(null, id, asked) : false,
    checkpointWithReceipts(null, id),
    ownerOf(language, id),
    listReceipts(null, id, { after: readReceipt([od].flat()[0] ?? '') || undefined, limit: receiptsAPage + 1 }),
  ])
  const page = listed.slice(0, receiptsAPage)
  const here = address(language, 'receipts', { question: id })
  return (
    <div className="wrap page narrow-page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol>
          {owner && <li><a href={owner.address} lang={owner.lang}>{owner.title}</a></li>}
          <li><a href={address(language, 'question', { question: id })}>{voteWords(language, question).legend}</a></li>
        </ol>
      </nav>
      <h1 style={{ marginBlock: '1rem' }}>{t('vote.receipts')}</h1>
      <p className="lead">{t('vote.receiptsHint')}</p>
      <form action={here} className="form">
        <div className="ds-field" data-width="middle">
          <label className="ds-label" htmlFor="kod">{t('vote.receiptField')}</label>
          <input className="ds-input" id="kod" name="kod" defaultValue={typed ?? ''} autoComplete="off" spellCheck={false} maxLength={40} />
        </div>
        <p><button className="ds-button" type="submit">{t('vote.check')}</button></p>
      </form>
      {found !== null && <p className="notice" role="status">{t(found ? 'vote.receiptFound' : invalidated ? 'integrity.own.receipt' : 'vote.receiptMissing', { receipt: sayReceipt(asked) })}</p>}
      {checkpoint && <p>{t('checkpoint.holdsReceipts')} <a href={`/otwarte-dane/checkpoints/${checkpoint}.json`}>{t('checkpoint.of', { date: sayDate(checkpoint, language) })}</a>. <a href={address(language, 'checkpoints')}>{t('checkpoint.why')}</a></p>}
      <ul className="receipts">
        {page.map((receipt) => <li key={receipt} data-found={receipt === asked || undefined}><code>{sayReceipt(receipt)}</code></li>)}
      </ul>
      <p className="further">
        {listed.length > receiptsAPage && <a className="ds-button" data-variant="secondary" href={withQuery(here, { od: page.at(-1) })}>{t('vote.receiptsMore')}</a>}
        <a href={`/api/v1/questions/${id}/receipts?format=csv`}>{t('vote.receiptsCsv')}</a>
      </p>
    </div>
  )
}
