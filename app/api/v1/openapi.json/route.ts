import { say } from '@/app/api/v1/answer'
import { openApiDocument } from '@/lib/opendata/openapi'

/** The API, described for machines. */
export const GET = (request: Request) => say(request, JSON.stringify(openApiDocument(), null, 2), 'application/json')
