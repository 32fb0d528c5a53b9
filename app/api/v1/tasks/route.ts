import { answer } from '@/app/api/v1/answer'
import { listTasks } from '@/lib/opendata/queries'

/** Every task of the strategy with its totals. */
export const GET = (request: Request) => answer(request, 'tasks', () => listTasks(null))
