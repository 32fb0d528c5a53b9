import { spawn, type ChildProcess } from 'node:child_process'
import { freePort } from '../scripts/port.mjs'

/** Another server of the same build, as behind a load balancer, on another database or with other settings. */
export async function anotherInstance(databaseUrl: string, settings: Record<string, string> = {}): Promise<{ url: string; process: ChildProcess; stop: () => Promise<void> }> {
  const port = await freePort()
  const server = spawn(process.execPath, ['scripts/site.mjs', String(port)], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, NEXTAUTH_URL: `http://localhost:${port}`, NEXTAUTH_SECRET: 'a secret of the tests, known to everybody', ...settings },
    stdio: 'ignore',
  })
  const url = `http://localhost:${port}`
  const ended = new Promise<void>((resolve) => void server.once('exit', () => resolve()))
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(`${url}/api/health`).then((answer) => answer.ok, () => false)) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url,
    process: server,
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}
