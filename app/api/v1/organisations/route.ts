import { answer } from '@/app/api/v1/answer'
import { listOrganisations } from '@/lib/opendata/queries'

/** The confirmed organisations. */
export const GET = (request: Request) => answer(request, 'organisations', (paging) => listOrganisations(null, paging))
