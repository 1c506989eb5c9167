import type { Socket } from 'node:net'

/** What the relay said to one command (RFC 5321, 4.2), without its words. */
export interface Reply {
  code: number
  /** Enhanced status code (RFC 2034, RFC 3463), if it has one. */
  status: string | null
}

/** The two sides of a session: what is said goes out at once, replies come in the order of the commands. */
export interface SmtpSession {
  /** Says all of it in as few packets as it takes. */
  write: (pieces: ReadonlyArray<string | Buffer>) => void
  /** The next reply. Rejects with what `end` was given, and with an Error if what comes is no reply. */
  readReply: () => Promise<Reply>
  /** True if nothing was said to us that nobody has listened to, as by a relay that is about to close. */
  isIdle: () => boolean
  /** How long the other side may be silent from now on, in milliseconds. */
  setTimeout: (timeoutsMs: number) => void
  /** Ends it for all who listen or will. */
  fail: (reason: Error) => void
}

interface Listener { resolve: (reply: Reply) => void, reject: (reason: Error) => void }

const LINE = /^(\d{3})(?:([ -])(?:(\d\.\d{1,3}\.\d{1,3})(?= |$))?.*)?$/
/** RFC 5321, 4.5.3.1.5: a reply line has 512 octets at most. Some have more. */
const LONGEST_LINE = 4_096

/** Takes over a socket that nobody else reads. A reply that nobody asked for, such as a 421 on the way out, is kept for who listens next. */
export function createSmtpSession (socket: Socket): SmtpSession {
  const listeners: Listener[] = []
  const replies: Reply[] = []
  let rest = ''
  let ended: Error | null = null

  function end (reason: Error): void {
    ended ??= reason
    for (const { reject } of listeners.splice(0)) reject(ended)
  }

  socket.setNoDelay(true)
  socket.on('data', chunk => {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop() as string
    if (rest.length > LONGEST_LINE) return end(new Error('a reply without end'))
    for (const line of lines) {
      const [, code, more, status = null] = LINE.exec(line.replace(/\r$/, '')) ?? []
      if (code === undefined) return end(new Error('what came is no reply'))
      if (more === '-') continue
      const reply = { code: Number(code), status }
      const listener = listeners.shift()
      if (listener === undefined) replies.push(reply)
      else listener.resolve(reply)
    }
  })

  return {
    write (pieces) {
      socket.cork()
      for (const piece of pieces) socket.write(piece)
      socket.uncork()
    },
    readReply: async () => {
      const reply = replies.shift()
      if (reply !== undefined) return reply
      if (ended !== null) throw ended
      return await new Promise<Reply>((resolve, reject) => listeners.push({ resolve, reject }))
    },
    isIdle: () => replies.length === 0 && ended === null,
    setTimeout: timeoutsMs => { socket.setTimeout(timeoutsMs) },
    fail: end
  }
}
