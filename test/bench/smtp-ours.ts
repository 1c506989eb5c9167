import { connectToRelay } from '../../src/platform/smtp/relay-connection.js'
import { serveHandOver } from './hand-over.js'

// Hands over mails with the transaction of our own.

await serveHandOver(async target => {
  const { send } = await connectToRelay(target, { name: 'bench.example', timeoutMs: 60_000 })
  return send
})
