import { feedAnswer } from '@/app/feeds/atom'
import { proposalsFeed } from '@/lib/opendata/feeds'

type Context = { params: Promise<{ feed: string }> }

/** The newest proposals, `all.atom`. */
export const GET = async (request: Request, { params }: Context) =>
  feedAnswer(request, (await params).feed, async (name) => (name === 'all' ? proposalsFeed(null) : null))
