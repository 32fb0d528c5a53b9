import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { address, addresses, type Address, type Page } from '@/lib/addresses'
import { env } from '@/lib/env'
import type { Language } from '@/lib/language'
import { listConfirmed } from '@/lib/organisations/queries'
import { listOpenPartnerCalls } from '@/lib/partnership/queries'
import { listPublished } from '@/lib/proposals/queries/published'
import { listTaskTitles } from '@/lib/strategy/queries'
import { listOpenCalls } from '@/lib/volunteering/queries/public'

const proposalsAtMost = 10_000

/** Every page that everybody may read, in both languages; of calls those that are open. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection()
  const [tasks, proposals, organisations, partnerCalls, volunteerCalls] = await Promise.all([
    listTaskTitles(null, 'pl'), listPublished(null, { limit: proposalsAtMost }), listConfirmed(null), listOpenPartnerCalls(null), listOpenCalls(null),
  ])
  const pages = (Object.keys(addresses) as Page[]).filter((page) => addresses[page].lives === 'kept' && !addresses[page].pl.includes(':'))
  return [
    ...pages.flatMap((page) => twins((language) => (address as (language: Language, page: Page) => Address)(language, page))),
    ...tasks.flatMap(({ code }) => twins((language) => address(language, 'task', { code }))),
    ...proposals.items.flatMap(({ slug, publishedAt }) => twins((language) => address(language, 'proposal', { slug }), publishedAt)),
    ...organisations.flatMap(({ slug, confirmedAt }) => twins((language) => address(language, 'organisation', { slug }), confirmedAt)),
    ...partnerCalls.flatMap(({ id }) => twins((language) => address(language, 'partnerCall', { call: id }))),
    ...volunteerCalls.flatMap(({ id }) => twins((language) => address(language, 'volunteerCall', { call: id }))),
  ]
}

/** A page in Polish and in English, each telling of the other. */
function twins(path: (language: Language) => Address, lastModified?: Date): MetadataRoute.Sitemap {
  const languages = { pl: env.origin + path('pl'), en: env.origin + path('en') }
  return [languages.pl, languages.en].map((url) => ({ url, alternates: { languages }, ...(lastModified && { lastModified }) }))
}
