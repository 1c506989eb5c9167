import { once } from 'node:events'
import { connect, type NetConnectOpts, type Socket } from 'node:net'
import { connect as secure, TLSSocket } from 'node:tls'
import type { Test } from './test.js'

/** An SMTP client that says what a test wants, also what no other client would. */
export interface SmtpClient {
  /** Says something, with CRLF behind it, and returns the reply to it. */
  say: (text: string) => Promise<string>
  /** Writes bytes and waits for nothing. */
  write: (bytes: string | Buffer) => Promise<void>
  /** The next reply, with all of its lines. Rejects if the connection ends before it. */
  reply: () => Promise<string>
  /** Goes on with TLS. Resolves with the certificate's name for the server. */
  upgrade: () => Promise<string>
  /** Breaks the connection. */
  vanish: () => void
  /** Resolves when the server has closed the connection. */
  closed: Promise<unknown>
}

/** Connects; the greeting is still to be read. */
export async function smtpClient (t: Test, to: NetConnectOpts): Promise<SmtpClient> {
  let socket: Socket = connect({ allowHalfOpen: false, ...to })
  const plain = socket
  let heard = ''
  let wake = (): void => {}
  const closed = new Promise(resolve => plain.once('close', () => { resolve(undefined); wake() }))
  const hear = (): void => {
    socket.on('error', () => {})
    socket.on('data', data => { heard += data.toString('latin1'); wake() })
  }
  await once(socket, 'connect')
  hear()
  t.after(() => plain.destroy())

  async function reply (): Promise<string> {
    for (;;) {
      const [found] = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(heard) ?? []
      if (found !== undefined) {
        heard = heard.slice(found.length)
        return found.trimEnd()
      }
      if (plain.destroyed) throw new Error(`the connection is closed, after ${JSON.stringify(heard)}`)
      await new Promise<void>(resolve => { wake = resolve })
    }
  }

  async function write (bytes: string | Buffer): Promise<void> {
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), closed])
  }

  return {
    reply,
    write,
    async say (text) {
      await write(`${text}\r\n`)
      return await reply()
    },
    async upgrade () {
      plain.removeAllListeners('data')
      const upgraded: TLSSocket = secure({ socket: plain, rejectUnauthorized: false })
      socket = upgraded
      await once(upgraded, 'secureConnect')
      hear()
      return upgraded.getPeerCertificate().subjectaltname ?? String(upgraded.getPeerCertificate().subject.CN)
    },
    vanish: () => { plain.resetAndDestroy() },
    closed
  }
}
