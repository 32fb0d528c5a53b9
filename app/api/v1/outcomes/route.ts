import { answer } from '@/app/api/v1/answer'
import { listOutcomes } from '@/lib/opendata/queries'

/** What was promised and what was achieved. */
export const GET = (request: Request) => answer(request, 'outcomes', (query) => listOutcomes(null, query))
