import { answer } from '@/app/api/v1/answer'
import { listChannels } from '@/lib/opendata/queries'

/** How much came over the internet and how much on paper. */
export const GET = (request: Request) => answer(request, 'channels', () => listChannels(null))
