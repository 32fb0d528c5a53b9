import { feedAnswer } from '@/app/feeds/atom'
import { allTasksFeed, taskFeed } from '@/lib/opendata/feeds'

type Context = { params: Promise<{ feed: string }> }

/** The newest voices about a task, `1.1.19.atom`, or about all of them, `all.atom`. */
export const GET = async (request: Request, { params }: Context) =>
  feedAnswer(request, (await params).feed, (name) => (name === 'all' ? allTasksFeed(null) : taskFeed(null, name)))
