// The site in production: Next's server, with kept pages said again before Next is asked. `node scripts/site.mjs PORT`.
import { createServer } from 'node:http'
import next from 'next'
import { withClientAddress } from '../lib/client-address.mjs'
import { withGoneStatus } from '../lib/gone-status.mjs'
import { withKeptAnswers } from '../lib/kept-answers.mjs'
import { endStreams } from '../lib/open-streams.mjs'
import { withReadableAddresses } from '../lib/readable-addresses.mjs'
import { withUnreadForms } from '../lib/unread-forms.mjs'

// Next turns each kept page into JSON, only to learn how long it is: a tenth of what making a page costs.
Buffer.prototype.toJSON = () => ''

const port = Number(process.argv[2])
process.env.PORT = String(port) // As Next's own server says it, for routes that show a page (app/api/auth).
const app = next({ dev: false, port, hostname: 'localhost' })
await app.prepare()
const server = createServer(withClientAddress(withReadableAddresses(withUnreadForms(withGoneStatus(withKeptAnswers(app.getRequestHandler()))))))
server.listen(port)
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close(() => process.exit(0))
    endStreams()
    server.closeIdleConnections()
  })
}
