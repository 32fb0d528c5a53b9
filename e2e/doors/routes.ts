import type { ThingName } from './marks'
import type { Asker } from './roles'

/** A way to ask a route: what fills its places, the query, who is answered with 200, and with which status everybody else. */
export type RouteDoor = { filled: readonly (ThingName | `=${string}`)[]; query?: string; who: 'everybody' | readonly Asker[]; else: number; accept?: string }

const open = (...filled: RouteDoor['filled']): RouteDoor => ({ filled, who: 'everybody', else: 404 })
const asking = (query: string, ...filled: RouteDoor['filled']): RouteDoor => ({ ...open(...filled), query })
const shut = (status: number, ...filled: RouteDoor['filled']): RouteDoor => ({ filled, who: [], else: status })
const csv = [open(), asking('format=csv'), asking('format=csv&separator=%3B')]
const team = ['owner', 'editor', 'member'] as const

/** Every route that answers GET, by its address, and the addresses that no page or route file makes. */
export const gets: Record<string, readonly RouteDoor[]> = {
  '/feeds/tasks/:feed': [open('=all.atom'), shut(404, '=nie-ma.atom')],
  '/feeds/proposals/:feed': [open('=all.atom'), shut(404, '=x')],
  '/api/identity/callback': [shut(303)], // The one GET that may write, and only at the end of a round that a form began.
  '/api/v1/tasks': csv,
  '/api/v1/tasks/:code': [open('code'), shut(404, '=9.9.999')],
  '/api/v1/tasks/:code/comments': [open('code'), asking('format=csv', 'code'), shut(404, '=9.9.999')],
  '/api/v1/channels': csv,
  '/api/v1/:unknown': [shut(404, '=people'), shut(404, '=reports'), shut(404, '=users')],
  '/api/v1/openapi.json': [open()],
  '/api/v1/proposals': csv,
  '/api/v1/proposals/:slug': [open('publishedSlug'), asking('format=docx', 'publishedSlug'), asking('format=pdf', 'reportedSlug'), shut(404, '=nie-ma'), shut(404, 'draft'), shut(404, 'hiddenProposalSlug')],
  '/api/v1/questions/:question/receipts': [shut(404, 'question')], // Once voting has closed.
  '/api/v1/questions/:question/results': [open('question'), asking('format=csv', 'question')],
  '/api/v1/outcomes': csv,
  '/api/v1/decisions': csv,
  '/api/v1/moderation': csv,
  '/api/v1/moderation/:year': [open(`=${new Date().getFullYear()}`), shut(404, '=1999'), shut(404, '=x')],
  '/api/v1/organisations': csv,
  '/api/account/copy/:format': [shut(404, '=json'), shut(404, '=html'), shut(404, '=x')], // Once somebody has asked for theirs: privacy.spec.ts.
  '/api/ledger/checkpoints/:file': [open('=index.json'), shut(404, '=1999-01-01.json'), shut(404, '=x')],
  '/api/ledger/lines/:file': [open('=1.jsonl'), shut(404, '=99999.jsonl'), shut(404, '=x')],
  '/api/viewer': [open(), asking('thread={threadId}&question={question}')],
  '/api/files/:id': [{ filled: ['file'], who: team, else: 404 }, shut(404, '=01a21a45-0000-7000-8000-000000000000')],
  '/api/logos/:key': [shut(404, '=x')],
  '/api/health': [open()],
  '/api/proposals/:id': [
    { filled: ['draft'], who: team, else: 404 },
    { filled: ['submitted'], query: 'format=docx', who: team, else: 404 },
    { filled: ['published'], who: team, else: 404 },
    shut(404, '=x'),
  ],
  '/api/threads/:id/similar': [asking('text=lipy', 'threadId'), shut(404, '=x')],
  '/api/threads/:id/live': [open('threadId'), shut(404, '=x'), shut(404, 'question')],
  '/api/unsubscribe/:token': [shut(303, '=x')], // To the page with the button.
  '/sitemap.xml': [open()],
  '/robots.txt': [open()],
}
