import { answer } from '@/app/api/v1/answer'
import { listCountedReceipts } from '@/lib/opendata/queries'

type Context = { params: Promise<{ question: string }> }

/** The receipts of the counted votes, once voting has closed. */
export const GET = (request: Request, { params }: Context) => answer(request, 'receipts', async (query) => listCountedReceipts(null, (await params).question, query))
