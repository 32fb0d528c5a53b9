import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { addresses, type Page } from '@/lib/addresses'
import { env } from '@/lib/env'

/** Where only people have business; pages that are merely not worth finding say so themselves. */
const forPeople = ['signIn', 'welcome', 'write', 'myBallot', 'account', 'report', 'moderation', 'newProposal', 'newOrganisation'] as const satisfies Page[]

export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection() // The origin is the installation's, not the build's.
  const beginnings = forPeople.flatMap((page) => [addresses[page].pl, addresses[page].en]).map((path) => path.replace(/:.*$/, ''))
  return { rules: { userAgent: '*', allow: '/', disallow: [...beginnings, '/api/auth/', '/api/viewer'] }, sitemap: `${env.origin}/sitemap.xml` }
}
