import { answer } from '@/app/api/v1/answer'
import { listDecisions } from '@/lib/opendata/queries'

/** What the moderators decided. */
export const GET = (request: Request) => answer(request, 'decisions', (query) => listDecisions(null, query))
