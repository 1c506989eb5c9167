import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'
import { portOf } from '../../src/platform/free-port.js'
import type { Test } from './test.js'

/** What a test may change at any moment: the next command sees it. */
export interface TestMailbox {
  messages: Array<{ uid: number, text: Buffer, arrivedAt: Date, deleted?: boolean }>
  uidValidity: number
  password: string
  /** The one folder; null: somebody has deleted it. */
  folder: string | null
  readOnly: boolean
  /** Asked before each command, without its tag. */
  before: (command: string) => 'cut' | 'refuse' | undefined
}

export interface TestImapServer {
  port: number
  box: TestMailbox
  /** Every command without its tag. */
  heard: string[]
  /** A new message, which sessions that idle are told of. */
  add: (text: string) => void
  sessions: () => number
}

interface Options { certificate?: { key: string, cert: string }, tls?: 'starttls' | 'implicit', idle?: boolean }

interface Session { socket: Socket, rest: string, idleTag: string | null, open: boolean }

/**
 * A mailbox that speaks as much IMAP (RFC 3501, UIDPLUS, IDLE) as imapflow needs for reading one
 * folder, and fails at the command where a test wants it to.
 */
export async function testImapServer (
  t: Test, { certificate, tls, idle = true }: Options = {}
): Promise<TestImapServer> {
  const box: TestMailbox = {
    messages: [], uidValidity: 1, password: 'geheim', folder: 'INBOX', readOnly: false, before: () => undefined
  }
  const heard: string[] = []
  const sessions = new Set<Session>()
  let lastUid = 0

  const secured = (socket: Socket): TLSSocket => new TLSSocket(socket, {
    isServer: true, secureContext: createSecureContext(certificate)
  })
  const capabilities = (secure: boolean): string =>
    `IMAP4rev1 UIDPLUS${idle ? ' IDLE' : ''}${tls === 'starttls' && !secure ? ' STARTTLS' : ''}`

  const server = createServer(socket => {
    socket.on('error', () => {})
    const session: Session = {
      socket: tls === 'implicit' ? secured(socket) : socket, rest: '', idleTag: null, open: false
    }
    sessions.add(session)
    socket.once('close', () => sessions.delete(session))
    attend(session)
    session.socket.write('* OK hello\r\n')
  })

  function attend (session: Session): void {
    session.socket.on('error', () => {})
    session.socket.on('data', (data: Buffer) => {
      session.rest += data.toString('latin1')
      for (let end = session.rest.indexOf('\r\n'); end !== -1; end = session.rest.indexOf('\r\n')) {
        const line = session.rest.slice(0, end)
        session.rest = session.rest.slice(end + 2)
        answer(session, line)
      }
    })
  }

  function answer (session: Session, line: string): void {
    const { socket } = session
    if (line === 'DONE' && session.idleTag !== null) {
      socket.write(`${session.idleTag} OK done\r\n`)
      session.idleTag = null
      return
    }
    const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(line) ?? []
    heard.push(command)
    const wish = box.before(command)
    const ok = (text = 'done', untagged: string[] = []): void => {
      socket.write(Buffer.from([...untagged.map(each => `* ${each}\r\n`), `${tag} OK ${text}\r\n`].join(''), 'latin1'))
    }
    const no = (text: string): void => { socket.write(`${tag} NO ${text}\r\n`) }
    if (wish === 'cut') {
      socket.destroy()
      return
    }
    if (wish === 'refuse') return no('not now')
    const [verb = '', ...args] = command.split(' ')
    switch (verb === 'UID' ? `UID ${args.shift() ?? ''}` : verb) {
      case 'CAPABILITY': return ok('done', [`CAPABILITY ${capabilities(socket instanceof TLSSocket)}`])
      case 'STARTTLS':
        ok()
        socket.removeAllListeners('data')
        session.socket = secured(socket)
        return attend(session)
      case 'LOGIN': return command.includes(box.password) ? ok() : no('[AUTHENTICATIONFAILED] wrong')
      case 'LIST': return ok('done', box.folder === null ? [] : [`LIST () "/" ${box.folder}`])
      case 'SELECT':
        if (!command.includes(box.folder ?? '\0')) return no('[NONEXISTENT] no such folder')
        session.open = true
        return ok(box.readOnly ? '[READ-ONLY] done' : '[READ-WRITE] done', [
          'FLAGS (\\Deleted \\Seen)', `${box.messages.length} EXISTS`, 'OK [PERMANENTFLAGS (\\Deleted \\Seen)] x',
          `OK [UIDVALIDITY ${box.uidValidity}] x`, `OK [UIDNEXT ${lastUid + 1}] x`
        ])
      case 'IDLE':
        session.idleTag = tag
        socket.write('+ idling\r\n')
        return
      case 'FETCH': return ok('done', fetch(args[0], command, (_, place) => place))
      case 'UID FETCH': return ok('done', fetch(args[0], command, ({ uid }) => uid))
      case 'UID STORE': return ok('done', markDeleted(args[0]))
      case 'UID EXPUNGE': return ok('done', expunge(args[0]))
      case 'NOOP': return ok('done', session.open ? [`${box.messages.length} EXISTS`] : [])
      default: socket.write(`${tag} BAD ${verb} is not known\r\n`)
    }
  }

  function fetch (
    set: string | undefined, command: string, key: (message: TestMailbox['messages'][number], place: number) => number
  ): string[] {
    const isIn = membersOf(set)
    return box.messages.flatMap((message, index) => {
      if (!isIn(key(message, index + 1))) return []
      const { uid, text, arrivedAt } = message
      const [, most] = /BODY\.PEEK\[\]<0\.(\d+)>/.exec(command) ?? []
      const body = most === undefined ? null : text.subarray(0, Number(most)).toString('latin1')
      const date = arrivedAt.toUTCString().replace(/^\w+, (\d+) (\w+) (\d+) (\S+) GMT$/, '$1-$2-$3 $4 +0000')
      const rest = body === null
        ? `RFC822.SIZE ${text.length} INTERNALDATE "${date}"`
        : `BODY[]<0> {${body.length}}\r\n${body}`
      return [`${index + 1} FETCH (UID ${uid} ${rest})`]
    })
  }

  function markDeleted (set?: string): string[] {
    const isIn = membersOf(set)
    for (const message of box.messages) if (isIn(message.uid)) message.deleted = true
    return []
  }

  function expunge (set?: string): string[] {
    const isIn = membersOf(set)
    const gone: string[] = []
    for (let index = box.messages.length - 1; index >= 0; index--) {
      const message = box.messages[index]
      if (message?.deleted !== true || !isIn(message.uid)) continue
      box.messages.splice(index, 1)
      gone.push(`${index + 1} EXPUNGE`)
    }
    return gone
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.close()
    for (const { socket } of sessions) socket.destroy()
  })
  return {
    port: portOf(server),
    box,
    heard,
    sessions: () => sessions.size,
    add (text) {
      box.messages.push({ uid: ++lastUid, text: Buffer.from(text), arrivedAt: new Date('2026-03-01T10:00:00Z') })
      for (const { socket, idleTag } of sessions) {
        if (idleTag !== null) socket.write(`* ${box.messages.length} EXISTS\r\n`)
      }
    }
  }
}

/** Whether a number is in a set such as 1:3,7. */
function membersOf (set = ''): (number: number) => boolean {
  const ranges = set.split(',').map(range => range.split(':').map(Number))
  const single = new Set(ranges.flatMap(([from = 0, to]) => to === undefined ? [from] : []))
  const wide = ranges.filter(({ length }) => length === 2)
  return number => single.has(number) || wide.some(([from = 0, to = 0]) => number >= from && number <= to)
}
