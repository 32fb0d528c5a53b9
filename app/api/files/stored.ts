import { fileStore } from '@/lib/file-store'

/** Nothing at this address, or nothing for whoever asks: which of the two is nobody's business. */
export const nothing = () => new Response('There is nothing here.', { status: 404, headers: { 'cache-control': 'private, no-store' } })

/** The bytes of a file as an answer; none for a request that asks for the headers alone. */
export async function answerWith({ key, bytes }: { key: string; bytes: number }, { method }: Request, headers: Record<string, string>): Promise<Response> {
  if (method === 'HEAD') return new Response(null, { headers })
  const stream = await (await fileStore()).get(key)
  return stream ? new Response(stream, { headers: { ...headers, 'content-length': String(bytes) } }) : nothing()
}
