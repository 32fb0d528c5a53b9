import { request, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { askedFrom, clientAddress, withClientAddress } from './client-address.mjs'
import { currentNetwork, networkKey, networkOf } from './network'

/** What a server behind so many proxies takes for the client, and which headers it leaves. */
async function heard(headers: Record<string, string>, proxies: number): Promise<{ address: string; left: string[] }> {
  const server = createServer(withClientAddress((request, response) => {
    response.end(JSON.stringify({ address: clientAddress(), left: Object.keys(request.headers).filter((name) => /forwarded|real-ip/.test(name)) }))
  }, proxies)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  try {
    return await new Promise((resolve, reject) => {
      request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve(JSON.parse(text) as { address: string; left: string[] }))
      }).on('error', reject).end()
    })
  } finally {
    server.close()
  }
}

describe('A60: whose request it is', () => {
  const spoofed = { 'x-forwarded-for': '198.51.100.1', 'x-real-ip': '198.51.100.2', forwarded: 'for=198.51.100.3', 'x-forwarded-host': 'evil.pl', 'x-forwarded-proto': 'https' }
  test('without a proxy no header is believed, nor left for anybody to believe', async () => {
    expect(await heard(spoofed, 0)).toEqual({ address: '127.0.0.1', left: [] })
  })
  test('behind one, a host is believed only if it is ours', async () => {
    vi.stubEnv('NEXTAUTH_URL', 'https://glos.example.pl')
    expect((await heard(spoofed, 1)).left).not.toContain('x-forwarded-host')
    expect((await heard({ ...spoofed, 'x-forwarded-host': 'glos.example.pl' }, 1)).left).toContain('x-forwarded-host')
    vi.unstubAllEnvs()
  })
  test.each([
    [1, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    [2, '198.51.100.1, 203.0.113.9, 10.0.0.1', '203.0.113.9'],
    [1, '203.0.113.9:4711', '203.0.113.9'],
    [1, '[2001:db8::1]:4711', '2001:db8::1'],
    [1, 'unknown', '127.0.0.1'],
    [1, '', '127.0.0.1'],
    [3, '203.0.113.9', '203.0.113.9'],
  ])('behind %i of our own, %j is %s', async (proxies, said, client) => expect((await heard({ 'x-forwarded-for': said }, proxies)).address).toBe(client))
})

describe('a network', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network))
  test('is known by a keyed hash alone, and by none where there is no request', () => {
    expect(currentNetwork()).toBeNull()
    expect(askedFrom('203.0.113.7', currentNetwork)).toBe(networkKey('203.0.113.7'))
    expect(networkKey('203.0.113.7')).not.toContain('203')
    expect(networkKey('203.0.113.7')).not.toBe(networkKey('203.0.113.8'))
  })
})
