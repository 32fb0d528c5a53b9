import { env } from './env'

/**
 * Whether a form was sent by a page of ours (security.md A54): browsers say where it stood (`Origin`, which is `null` for
 * what hides it) and, newer ones, that it was not another site's (`Sec-Fetch-Site`).
 */
export const isOwnForm = (headers: Headers): boolean => headers.get('origin') === env.origin && (headers.get('sec-fetch-site') ?? 'same-origin') === 'same-origin'

/** What a form hears that was sent from elsewhere. */
export const notOurForm = () => new Response('This form was sent from another site.', { status: 403, headers: { 'cache-control': 'private, no-store', 'content-type': 'text/plain; charset=utf-8' } })
