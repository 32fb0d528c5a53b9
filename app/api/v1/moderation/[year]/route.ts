import { answer } from '@/app/api/v1/answer'
import { listYearReport } from '@/lib/opendata/queries'

type Context = { params: Promise<{ year: string }> }

/** The report on the moderation of one year. */
export const GET = (request: Request, { params }: Context) => answer(request, 'moderationYears', async () => listYearReport(null, (await params).year))
