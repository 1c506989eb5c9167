import type { Socket } from 'node:net'
import { asError } from '../errors.js'

/** A reply of the relay (RFC 5321, 4.2). */
export interface Reply {
  code: number
  /** Enhanced status code (RFC 2034, RFC 3463), if it has one. */
  status: string | null
  /** The words of its lines. They may name the recipient: never keep or log them. */
  text: string
}

/**
 * A session after its login: commands go out at once, replies come in the order of the commands.
 */
export interface SmtpSession {
  /** Writes all of it in as few packets as possible. */
  write: (pieces: ReadonlyArray<string | Buffer>) => void
  /**
   * The next reply. Rejects with an Error if the session has ended or the relay sends no valid
   * reply.
   */
  readReply: () => Promise<Reply>
  /**
   * True if it is open and no unread reply is waiting, such as the 421 of a relay that is about to
   * close.
   */
  isIdle: () => boolean
  /** How long the relay may be silent from now on, in milliseconds. Then the session fails. */
  setTimeout: (timeoutMs: number) => void
  /** Closes the connection when all is sent. */
  close: () => void
  /** Breaks the connection off. All pending and later reads reject with `reason`. */
  fail: (reason: Error) => void
}

interface Reader { resolve: (reply: Reply) => void, reject: (reason: Error) => void }

const LINE = /^(\d{3})(?:([ -])(?:(\d\.\d{1,3}\.\d{1,3})(?= |$))?(.*))?$/
/** RFC 5321, 4.5.3.1.5: a reply line has 512 octets at most. Some relays send more. */
const LONGEST_LINE = 4_096
/** What a relay says at greater length is not needed to judge it. */
const LONGEST_TEXT = 4_096
/** A relay that does not close its side gets this long. */
const CLOSE_TIMEOUT_MS = 5_000

/**
 * Speaks SMTP on an open socket that nobody else reads. Unread replies are kept for the next
 * reader.
 */
export function createSmtpSession (socket: Socket): SmtpSession {
  const readers: Reader[] = []
  const unread: Reply[] = []
  let ended: Error | null = null

  function end (reason: Error): void {
    ended ??= reason
    for (const { reject } of readers.splice(0)) reject(ended)
  }

  function fail (reason: Error): void {
    end(reason)
    socket.destroy()
  }

  function accept (reply: Reply): void {
    const reader = readers.shift()
    if (reader === undefined) unread.push(reply)
    else reader.resolve(reply)
  }

  listenTo(socket, { accept, end, fail })

  return {
    write (pieces) {
      socket.cork()
      for (const piece of pieces) socket.write(piece)
      socket.uncork()
    },
    async readReply () {
      const reply = unread.shift()
      if (reply !== undefined) return reply
      if (ended !== null) throw ended
      return await new Promise<Reply>((resolve, reject) => readers.push({ resolve, reject }))
    },
    isIdle: () => unread.length === 0 && ended === null && socket.writable,
    setTimeout: timeoutMs => { socket.setTimeout(timeoutMs) },
    close () {
      end(new Error('the session is closed'))
      socket.setTimeout(CLOSE_TIMEOUT_MS)
      socket.end()
    },
    fail
  }
}

interface Listener { accept: (reply: Reply) => void, end: (reason: Error) => void, fail: (reason: Error) => void }

function listenTo (socket: Socket, { accept, end, fail }: Listener): void {
  const read = replyReader()
  socket.setNoDelay(true)
  socket.on('timeout', () => fail(new Error('the relay is silent')))
  socket.on('error', end)
  socket.on('close', () => end(new Error('the relay closed the connection')))
  socket.on('data', chunk => {
    try {
      for (const reply of read(chunk.toString('latin1'))) accept(reply)
    } catch (error) {
      fail(asError(error))
    }
  })
  socket.resume()
}

/** Returns what turns chunks into the replies that they complete. It throws on an invalid reply. */
function replyReader (): (chunk: string) => Generator<Reply> {
  let rest = ''
  let text = ''
  return function * (chunk) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE) throw new Error('the relay sends a line without end')
    for (const line of lines) {
      const [, code, more, status = null, words = ''] = LINE.exec(line.replace(/\r$/, '')) ?? []
      if (code === undefined) throw new Error('the relay sends an invalid reply')
      text = `${text} ${words}`.slice(0, LONGEST_TEXT)
      if (more === '-') continue
      yield { code: Number(code), status, text }
      text = ''
    }
  }
}
