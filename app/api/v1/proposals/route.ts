import { answer } from '@/app/api/v1/answer'
import { listProposals } from '@/lib/opendata/queries'

/** The published proposals, newest first. */
export const GET = (request: Request) => answer(request, 'proposals', (paging) => listProposals(null, paging))
