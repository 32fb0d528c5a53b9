// For tests: a launcher that can be killed. Starts the embedded database of the folder named and says its address.
import { startEmbeddedPostgres } from './embedded-postgres'
import { endOnSignals } from './shutdown'

endOnSignals({ code: 0 })
const { url } = await startEmbeddedPostgres(process.argv[2]!, { durable: false })
console.log(url)
