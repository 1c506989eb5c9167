import { createServer, type Socket } from 'node:net'
import { portOf } from '../../src/platform/free-port.js'

// A program that takes every mail and throws it away, told and asked over IPC. It does as little as
// a relay can, so that what is measured is the sender.

const END = Buffer.from('\r\n.\r\n')
/** What it answers to other verbs is 250. */
const REPLIES: Readonly<Record<string, string>> = {
  EHLO: '250-sink\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n',
  DATA: '354 go on\r\n',
  QUIT: '221 2.0.0 bye\r\n'
}

/** Mails taken, by sender. */
const taken: Record<string, number> = {}

const server = createServer({ noDelay: true }, serve)
  .listen(0, '127.0.0.1', () => process.send?.({ port: portOf(server) }))
process.on('message', () => process.send?.({ taken }))
process.on('disconnect', () => process.exit())

function serve (socket: Socket): void {
  let line = ''
  let sender = ''
  let tail: Buffer | null = null
  socket.on('error', () => {})
  socket.write('220 sink\r\n')
  socket.on('data', chunk => {
    let at = 0
    let replies = ''
    while (at < chunk.length) {
      if (tail !== null) {
        const end = endOfData(tail, chunk, at)
        if (end === -1) {
          const rest = chunk.subarray(Math.max(at, chunk.length - END.length + 1))
          tail = Buffer.concat([tail, rest]).subarray(1 - END.length)
          break
        }
        at = end
        tail = null
        taken[sender] = (taken[sender] ?? 0) + 1
        replies += '250 2.0.0 taken\r\n'
        continue
      }
      const feed = chunk.indexOf(10, at)
      line += chunk.toString('latin1', at, feed === -1 ? chunk.length : feed + 1)
      if (feed === -1) break
      at = feed + 1
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'DATA') tail = Buffer.from('\r\n')
      if (verb === 'MAIL') sender = line.slice(line.indexOf('<') + 1, line.indexOf('>'))
      replies += REPLIES[verb] ?? '250 2.0.0 ok\r\n'
      line = ''
      if (verb === 'QUIT') socket.end(replies)
    }
    if (replies !== '' && !socket.writableEnded) socket.write(replies)
  })
}

/** Where the commands go on after a message, or -1; its end may lie across two chunks. */
function endOfData (tail: Buffer, chunk: Buffer, at: number): number {
  const seam = Buffer.concat([tail, chunk.subarray(at, at + END.length - 1)]).indexOf(END)
  if (seam !== -1) return at + seam + END.length - tail.length
  const end = chunk.indexOf(END, at)
  return end === -1 ? -1 : end + END.length
}
