import { answer } from '@/app/api/v1/answer'
import { findTask } from '@/lib/opendata/queries'

type Context = { params: Promise<{ code: string }> }

/** One task with its totals. */
export const GET = (request: Request, { params }: Context) => answer(request, 'task', async () => findTask(null, (await params).code))
