import { once } from 'node:events'
import { createServer } from 'node:net'
import { connectToRelay, type RelayConnection } from '../../src/platform/smtp/relay-connection.js'
import { RelayError, type RelayStage } from '../../src/platform/smtp/relay-error.js'
import { readRelayUrl, type RelayTarget } from '../../src/platform/smtp/relay-url.js'
import { portOf } from '../../src/platform/free-port.js'
import type { Test } from './test.js'

const text = Buffer.from('Subject: x\r\n\r\nGuten Tag\r\n')
export const message = { pieces: [text], size: text.length }
export const envelope = { from: 'brief@hessen.example', to: 'anna@beispiel.example' }

export const manners = { name: 'test', timeoutMs: 2_000 }

interface Refused { stage: RelayStage, reply: number | null, status: string | null }

/** What a sending was refused with. */
export async function refusal (sending: Promise<unknown>): Promise<Refused> {
  const error: unknown = await sending.then(() => null, error => error)
  if (!(error instanceof RelayError)) throw new Error('expected a RelayError')
  return { stage: error.stage, reply: error.reply, status: error.status }
}

/** At the end of an answer: the relay closes the connection. */
export const CLOSE = '(close)'
/** As an answer: the relay resets the connection. */
export const RESET = '(reset)'

type Answer = (line: string) => string | null

/**
 * A relay that speaks a script: what it says first, and what it answers to each line. It may close
 * after an answer.
 */
export async function scripted (t: Test, greeting: string, answer: Answer): Promise<RelayTarget> {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.write(greeting)
    socket.on('data', data => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        const text = answer(line)
        if (text === null) socket.destroy()
        else if (text === RESET) setImmediate(() => socket.resetAndDestroy())
        else if (text.endsWith(CLOSE)) socket.end(text.slice(0, -CLOSE.length))
        else socket.write(text)
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  return readRelayUrl(`smtp://127.0.0.1:${portOf(server)}`)
}

/**
 * A relay that offers these extensions and notes each line. It answers as usual where `answer`
 * returns null.
 */
export async function listening (
  t: Test, extensions: string[], answer: Answer = () => null
): Promise<{ heard: string[], connection: RelayConnection }> {
  const heard: string[] = []
  const target = await scripted(t, '220 x\r\n', line => {
    heard.push(line)
    const own = answer(line)
    if (own !== null) return own
    if (line.startsWith('EHLO')) return ['250-x', ...extensions.map(each => `250-${each}`), '250 HELP', ''].join('\r\n')
    return line === 'DATA' ? '354 go\r\n' : /^(MAIL|RCPT|RSET|\.$)/.test(line) ? '250 2.0.0 ok\r\n' : ''
  })
  return { heard, connection: await connectToRelay(target, manners) }
}
