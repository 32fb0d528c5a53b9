import { createServer } from 'node:net'
import { CannotStart } from './cannot-start.mjs'

/**
 * Listens for a moment, as the site would.
 * @param {number} port 0 lets the system choose
 * @param {string} [host] without it: all addresses of this machine
 * @returns {Promise<number>} the port that was free
 */
function listenBriefly(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const { port: chosen } = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => resolve(chosen))
    })
  })
}

/** A port of this machine that nobody listens on. */
export const freePort = () => listenBriefly(0, '127.0.0.1')

/**
 * @param {number} port
 * @throws {CannotStart} when another program listens on it, or we may not
 */
export async function refuseBusyPort(port) {
  try {
    await listenBriefly(port)
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'EADDRINUSE') throw new CannotStart(`Port ${port} is used by another program; stop it, or choose another port: PORT=${port + 1} npm start.`)
    if (code === 'EACCES') throw new CannotStart(`Port ${port} may not be used by this user; choose one above 1023: PORT=3000 npm start.`)
    throw error
  }
}
