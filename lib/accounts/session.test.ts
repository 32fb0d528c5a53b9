import { afterEach, expect, test, vi } from 'vitest'
import { nextAuthOptions } from './next-auth'
import { sessionCookie } from './session'

afterEach(() => vi.unstubAllEnvs())

test('A55: with https no other host and no other path can set the session’s cookie, and no script reads it', () => {
  vi.stubEnv('NEXTAUTH_URL', 'https://glos.example')
  expect(sessionCookie()).toBe('__Host-glos-session')
  for (const cookie of [nextAuthOptions('pl', { joined: async () => {}, barred: async () => null }).cookies!.sessionToken, nextAuthOptions('pl', { joined: async () => {}, barred: async () => null }).cookies!.callbackUrl]) {
    expect(cookie).toEqual({ name: expect.stringMatching(/^__Host-glos-session/), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true } })
  }
})
