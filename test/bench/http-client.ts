import { createHistogram } from 'node:perf_hooks'
import { connect } from 'node:net'

// A program that sends requests over connections that stay, as many as its parent says and for as
// long. It does as little as a client can, so that what is measured is the server.

/** What a slice of load consists of. */
export interface Load {
  port: number
  connections: number
  milliseconds: number
  path: string
  /**
   * Posts sign-ups of addresses that begin like this, each its own. Without it, the path is got.
   */
  signUps?: string
}

export interface LoadResult {
  /** Answers with status 200 within the time. */
  count: number
  seconds: number
  /** All answers with status 200, also those that came later. */
  answered: number
  /** Answers with another status, or none. */
  failed: number
  p50Ms: number
  p99Ms: number
}

const READ_BYTES = 64 * 1024

let number = 0

function requestOf ({ port, path, signUps }: Load): string {
  const head = `Host: 127.0.0.1:${port}\r\nAccept: text/html,*/*;q=0.8\r\nAccept-Encoding: gzip, deflate, br\r\n` +
    'Accept-Language: de,en;q=0.5\r\n' +
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n'
  if (signUps === undefined) return `GET ${path} HTTP/1.1\r\n${head}\r\n`
  const body = `email=${signUps}${++number}%40beispiel.example&website=`
  const type = 'Content-Type: application/x-www-form-urlencoded\r\n'
  return `POST ${path} HTTP/1.1\r\n${head}${type}Content-Length: ${body.length}\r\n\r\n${body}`
}

/**
 * Sends requests one after the other on one connection until the time is over, and waits for the
 * last answer.
 */
async function hand (load: Load, end: number, note: (status: number, milliseconds: number) => void): Promise<void> {
  await new Promise<void>(resolve => {
    let start = 0
    const answer = createAnswerReader(status => {
      note(status, performance.now() - start)
      ask()
    })
    const socket = connect({
      port: load.port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: Buffer.allocUnsafe(READ_BYTES),
        callback (length, buffer) {
          answer(buffer as Buffer, length)
          return true
        }
      }
    }, ask)
    socket.on('error', () => { note(0, 0) })
    socket.on('close', () => { resolve() })

    function ask (): void {
      start = performance.now()
      if (start >= end) socket.end()
      else socket.write(requestOf(load), 'latin1')
    }
  })
}

/**
 * Calls `done` with the status of each answer, as soon as its last byte is there. An answer that is
 * as long as the one before, and in one piece, is not read further than its status.
 */
function createAnswerReader (done: (status: number) => void): (buffer: Buffer, length: number) => void {
  let head = ''
  let bodyLeft = -1
  let status = 0
  let read = 0
  let lengthBefore = 0
  return (buffer, length) => {
    if (length === lengthBefore && bodyLeft < 0 && head === '') return done(statusOf(buffer))
    let from = 0
    read += length
    if (bodyLeft < 0) {
      if (head === '') status = statusOf(buffer)
      head += buffer.toString('latin1', 0, length)
      const headEnd = head.indexOf('\r\n\r\n')
      if (headEnd < 0) return
      bodyLeft = Number(/\r\ncontent-length: (\d+)/i.exec(head.slice(0, headEnd + 2))?.[1] ?? 0)
      from = length - (head.length - headEnd - 4)
      head = ''
    }
    bodyLeft -= length - from
    if (bodyLeft > 0) return
    bodyLeft = -1
    lengthBefore = read
    read = 0
    done(status)
  }
}

/** The three digits after `HTTP/1.1 `. */
function statusOf (answer: Buffer): number {
  return Number(answer.toString('latin1', 9, 12))
}

/**
 * To wake this program costs a server more than a page does. Only one that is slower than we are
 * would pay that, so we do not sleep. A sign-up waits for the database, which needs the processor.
 */
function stayAwake (end: number): void {
  if (performance.now() < end) setImmediate(stayAwake, end)
}

process.on('message', async (load: Load) => {
  const start = performance.now()
  const end = start + load.milliseconds
  const latencies = createHistogram()
  let [count, failed] = [0, 0]
  if (load.signUps === undefined) stayAwake(end)
  await Promise.all(Array.from({ length: load.connections }, async () => await hand(load, end, (status, ms) => {
    if (status !== 200) failed++
    else if (performance.now() < end) count++
    if (status === 200) latencies.record(Math.max(1, Math.round(ms * 1000)))
  })))
  process.send?.({
    count,
    seconds: load.milliseconds / 1000,
    answered: latencies.count,
    failed,
    p50Ms: latencies.percentile(50) / 1000,
    p99Ms: latencies.percentile(99) / 1000
  } satisfies LoadResult)
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
