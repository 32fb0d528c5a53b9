import { cookies } from 'next/headers'
import { beginVerification } from '@/lib/accounts/identity'
import { currentViewer } from '@/lib/accounts/session'
import { env } from '@/lib/env'
import { isLanguage, type Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { isOwnForm, notOurForm } from '@/lib/own-form'
import { Refusal } from '@/lib/refusal'
import { refused, roundCookie, signInFirst } from '../round'

/** Sends whoever is signed in to the identity provider; `?language=` says which one they read. */
export async function POST(request: Request) {
  if (!isOwnForm(request.headers)) return notOurForm()
  const asked = new URL(request.url).searchParams.get('language')
  const language = isLanguage(asked) ? asked : 'pl'
  const viewer = await currentViewer()
  if (!viewer) return signInFirst(language)
  try {
    if (viewer.level === 'verified') throw new Refusal('conflict', { key: 'residency.objection.hasOne' })
    const { url, sealed } = await beginVerification(viewer, language)
    ;(await cookies()).set({ ...roundCookie(), value: sealed, maxAge: 600 })
    return onTo(url, language)
  } catch (error) {
    return refused(language, error)
  }
}

/** A page and not a redirect: the policy lets forms lead to our own pages only (CSP `form-action`). */
function onTo(url: string, language: Language): Response {
  const t = translator(language)
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const [address, name] = [escaped(url), escaped(env.oidc?.name ?? '')]
  const page = `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="0;url=${address}"><title>${t('site.name')}</title>
<body style="font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding-inline: 1.2rem"><main><h1 style="font-size: 1.5rem">${t('residency.leaving', { name })}</h1><p><a href="${address}">${t('residency.goOn')}</a></p></main>`
  return new Response(page, { headers: { 'cache-control': 'private, no-store', 'content-type': 'text/html; charset=utf-8' } })
}
