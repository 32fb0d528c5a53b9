import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import { addresses } from './lib/addresses'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** From the reader's address to the folder that makes the page: `/zadania/1.1.19` → `/kept/pl/tasks/1.1.19`. */
const rewrites = Object.values(addresses)
  .flatMap(({ lives, folder, pl, en }) => [
    { source: pl, destination: `/${lives}/pl${folder}` },
    { source: en, destination: `/${lives}/en${folder}` },
  ])
  .sort((a, b) => Number(a.source.includes(':')) - Number(b.source.includes(':')))

/** Files of the ledger, whose addresses docs/ledger.md names. */
const ledgerFiles = [
  { source: '/otwarte-dane/ledger/:file', destination: '/api/ledger/lines/:file' },
  { source: '/otwarte-dane/checkpoints/:file', destination: '/api/ledger/checkpoints/:file' },
]

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // 'no-referrer' would make every form's Origin „null”, which is refused.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  {
    key: 'Content-Security-Policy',
    value: "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  },
]

export default {
  cacheHandler: file('./lib/page-cache.mjs'),
  cacheHandlers: { default: file('./lib/no-store.mjs') },
  cacheMaxMemorySize: 0,
  htmlLimitedBots: /./, // Everybody gets a page whole, so that 404 and redirects are real ones.
  experimental: { useCache: true, globalNotFound: true, serverActions: { bodySizeLimit: '1mb' } },
  serverExternalPackages: ['nodemailer', 'postgres', 'pdfkit', 'fontkit', 'sharp', '@aws-sdk/client-s3', 'yauzl', 'file-type'],
  images: { unoptimized: true },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  generateEtags: false,
  typescript: { ignoreBuildErrors: true }, // `npm run check` does it, once.
  async rewrites() {
    return { beforeFiles: [], afterFiles: [...rewrites, ...ledgerFiles], fallback: [] }
  },
  async redirects() {
    // The folders are not addresses.
    return ['kept', 'fresh'].map((folder) => ({ source: `/${folder}/:path*`, destination: '/', permanent: false }))
  },
  async headers() {
    return [
      { source: '/:path*', headers: securityHeaders },
      // What others have uploaded is saved, never shown, and nobody else's page may have it.
      {
        source: '/api/files/:path*',
        headers: [
          { key: 'Content-Security-Policy', value: "default-src 'none'; sandbox" },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
          { key: 'Cache-Control', value: 'private, no-store' },
        ],
      },
      // We alone know when a page is old; nobody in between may keep it.
      { source: '/((?!_next/|api/|feeds/).*)', headers: [{ key: 'Cache-Control', value: 'private, no-cache' }] },
    ]
  },
} satisfies NextConfig
