import { answer } from '@/app/api/v1/answer'
import { listResults } from '@/lib/opendata/queries'

type Context = { params: Promise<{ question: string }> }

/** What a vote has come to, as soon as everybody may know. */
export const GET = (request: Request, { params }: Context) => answer(request, 'results', async () => listResults(null, (await params).question))
