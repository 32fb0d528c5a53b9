import { answer } from '@/app/api/v1/answer'
import { listTaskComments } from '@/lib/opendata/queries'

type Context = { params: Promise<{ code: string }> }

/** What is said about a task, oldest first. */
export const GET = (request: Request, { params }: Context) => answer(request, 'comments', async (paging) => listTaskComments(null, (await params).code, paging))
