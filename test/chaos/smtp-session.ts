import type { Socket } from 'node:net'
import type { MailFault } from './behaviour.js'

const DATA_END = Buffer.from('\r\n.\r\n')
const LINE_END = Buffer.from('\r\n')
/** Enough for all header fields of a mail of ours. */
const HEADER_BYTES = 32_768

export interface SessionRules {
  /** Which fault the mail to this recipient meets, if any. */
  fate: (to: string) => MailFault | null
  /** Milliseconds to wait before the reply to a mail. */
  patience: () => number
  /** Called at the moment the mail is taken, before the reply. */
  taken: (to: string, messageId: string, replied: boolean) => void
  /** How long to stay silent in the middle of DATA; Infinity for as long as the client likes. */
  hangMs: () => number
}

const GREETING = '220 sink ESMTP\r\n'
const HELLO = [
  '250-sink',
  '250-PIPELINING',
  '250-8BITMIME',
  '250-SMTPUTF8',
  '250-ENHANCEDSTATUSCODES',
  '250 SIZE 52428800',
  ''
].join('\r\n')
const REPLIES = {
  'busy-closing': '421 4.3.2 closing, come again\r\n',
  'busy-recipient': '451 4.2.1 not now\r\n',
  'busy-message': '451 4.3.0 not now\r\n'
} as const

/**
 * One session of a server for RFC 5321 that only a client of good manners meets: what it does not
 * know, it answers 250.
 */
export function serveSession (socket: Socket, { fate, patience, taken, hangMs }: SessionRules): void {
  let buffer: Buffer = Buffer.alloc(0)
  let header: Buffer = Buffer.alloc(0)
  let to = ''
  let fault: MailFault | null = null
  let inData = false
  const state = { waiting: false, silent: false }

  const say = (text: string): void => { if (!socket.destroyed) socket.write(text) }

  function later (ms: number, act: () => void): void {
    if (ms <= 0) return act()
    state.waiting = true
    socket.pause()
    setTimeout(() => {
      state.waiting = false
      socket.resume()
      act()
      pump()
    }, ms).unref()
  }

  function command (line: string): void {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO' || verb === 'HELO') say(HELLO)
    else if (verb === 'RCPT') recipient(line)
    else if (verb === 'DATA') data()
    else if (verb === 'QUIT') socket.end('221 2.0.0 bye\r\n')
    else say('250 2.0.0 ok\r\n')
  }

  function recipient (line: string): void {
    to = /<([^>]*)>/.exec(line)?.[1] ?? ''
    fault = fate(to)
    if (fault === 'close-recipient') socket.destroy()
    else if (fault === 'busy-closing') socket.end(REPLIES[fault])
    else if (fault !== 'busy-recipient') say('250 2.1.5 ok\r\n')
    else {
      to = ''
      say(REPLIES[fault])
    }
  }

  function data (): void {
    // A client that pipelines may send DATA after a refused recipient (RFC 2920, 3.1).
    if (to === '') return say('503 5.5.1 no recipient\r\n')
    inData = true
    header = Buffer.alloc(0)
    if (fault === 'close-data') socket.destroy()
    else say('354 go on\r\n')
  }

  function dataArrives (chunk: Buffer): void {
    if (header.length < HEADER_BYTES) header = Buffer.concat([header, chunk.subarray(0, HEADER_BYTES - header.length)])
    if (fault === 'close-body') socket.destroy()
    if (fault !== 'hang') return
    state.silent = true
    const ms = hangMs()
    if (ms !== Number.POSITIVE_INFINITY) setTimeout(() => socket.destroy(), ms).unref()
  }

  function mailEnds (): void {
    inData = false
    const head = header.subarray(0, header.indexOf('\r\n\r\n')).toString('latin1')
    const messageId = /^message-id:\s*(\S+)/im.exec(head)?.[1] ?? ''
    if (fault === 'close-message') socket.destroy()
    else if (fault === 'busy-message') say(REPLIES[fault])
    else {
      later(patience(), () => {
        taken(to, messageId, fault !== 'drop')
        if (fault === 'drop') socket.destroy()
        else if (fault === 'close-after') socket.end('250 2.0.0 taken\r\n')
        else say('250 2.0.0 taken\r\n')
        to = ''
      })
    }
  }

  function pump (): void {
    while (!state.waiting && !state.silent && !socket.destroyed && !socket.writableEnded) {
      if (!inData) {
        const end = buffer.indexOf(LINE_END)
        if (end === -1) return
        const line = buffer.toString('latin1', 0, end)
        buffer = buffer.subarray(end + 2)
        command(/^RCPT/i.test(line) ? Buffer.from(line, 'latin1').toString() : line)
        continue
      }
      const end = buffer.indexOf(DATA_END)
      const whole = end === -1 ? Math.max(0, buffer.length - DATA_END.length + 1) : end + DATA_END.length
      if (whole === 0) return
      const piece = buffer.subarray(0, whole)
      buffer = buffer.subarray(whole)
      dataArrives(piece)
      if (end === -1 || state.silent || socket.destroyed) return
      mailEnds()
    }
  }

  socket.on('error', () => {})
  socket.on('data', chunk => {
    if (state.silent) return
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk])
    pump()
  })
  socket.setNoDelay(true)
  say(GREETING)
}
