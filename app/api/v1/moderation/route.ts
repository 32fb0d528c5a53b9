import { answer } from '@/app/api/v1/answer'
import { listModeration } from '@/lib/opendata/queries'

/** What the moderators decided in each month, and how fast. */
export const GET = (request: Request) => answer(request, 'moderationMonths', () => listModeration(null))
