import { pino } from 'pino'
import { startEmbeddedPostgres } from '../../src/local/postgres/embedded-postgres.js'

// A program that starts the server in a folder as `start` does, says so, and does not end by
// itself.
const { url, joinedRunningServer: adopted } = await startEmbeddedPostgres({
  dir: process.argv[2] as string,
  log: pino({ level: 'silent' })
})
console.log(JSON.stringify({ url, adopted }))
process.stdin.resume()
