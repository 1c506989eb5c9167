import { needsSmtpUtf8 } from '../mail/address.js'
import type { SmtpSession, Reply } from './smtp-session.js'
import { RelayError, type RelayStage } from './relay-error.js'
import type { StampedMail } from '../mail/stamp.js'

export interface Envelope {
  from: string
  to: string
  /** Asks for delivery status notifications (RFC 3461) of failures and delays under this id, where the relay offers them. */
  id?: string
}

/** What the relay offers in its answer to EHLO: keywords in upper case, each with its parameters. */
export type Extensions = ReadonlyMap<string, string>

/** Reads the answer to EHLO (RFC 5321, 4.1.1.1); its first line is a greeting. The answer to HELO offers nothing. */
export function readExtensions (answer: string): Extensions {
  const lines = answer.split(/\r?\n/).slice(1).map(line => line.slice(4).trim().toUpperCase())
  return new Map(lines.map(line => [line.split(' ', 1)[0] as string, line.slice(line.indexOf(' ') + 1)]))
}

/** How long the answer to a command, and that to a whole mail, may take, in milliseconds. */
export interface Timeouts { command: number, mail: number }

const STAGES = ['sender', 'recipient', 'message'] as const
const GO_ON = 354
const END_OF_MAIL = '.\r\n'
/** What would end a path or a command. */
// eslint-disable-next-line no-control-regex
const UNSAFE = /[<>\u0000-\u001f\u007f]/

/**
 * One mail transaction (RFC 5321, 3.3): two round trips with a relay that offers PIPELINING, four with any
 * other. Each answer may take as long as `timeouts` says, in milliseconds: giving up before the mail is whole repeats
 * nothing, giving up on the answer to it may. Resolves when the relay has taken the mail; rejects with a
 * RelayError if it refuses it, with the conversation's own error if that ends.
 */
export async function sendMail (session: SmtpSession, offers: Extensions, envelope: Envelope, mail: StampedMail, timeouts: Timeouts): Promise<void> {
  const address = envelopeCommands(offers, envelope, mail.size)
  await (offers.has('PIPELINING') ? pipelined : oneByOne)(session, [...address, 'DATA\r\n'])
  // It goes out as it is: no line of a stamped mail begins with a dot, so there is none to double.
  session.setTimeout(timeouts.mail)
  session.write([...mail.pieces, END_OF_MAIL])
  const reply = await session.readReply().catch(() => { throw new RelayError('message', null, null, 'broken off', true) })
  session.setTimeout(timeouts.command)
  if (!isPositive(reply)) throw refusal('message', reply)
}

/** Each command when the one before is answered. */
async function oneByOne (session: SmtpSession, commands: readonly string[]): Promise<void> {
  for (const [index, command] of commands.entries()) {
    const reply = await ask(session, command)
    if (isRefusal(reply, index)) throw refusal(STAGES[index] as RelayStage, reply)
  }
}

/** RFC 2920: the commands as a group. */
async function pipelined (session: SmtpSession, commands: readonly string[]): Promise<void> {
  session.write([commands.join('')])
  const replies = await readReplies(session, commands.length)
  const refused = replies.findIndex(isRefusal)
  if (refused === -1) return
  // 3.1: a relay that goes on all the same is told that nothing comes. After a refused sender the connection is closed.
  if (replies[2]?.code === GO_ON && STAGES[refused] === 'recipient') await ask(session, END_OF_MAIL).catch(() => {})
  throw refusal(STAGES[refused] as RelayStage, replies[refused] as Reply)
}

/** The replies to a group; fewer if the relay ends the session over one of them. */
async function readReplies (session: SmtpSession, count: number): Promise<Reply[]> {
  const replies: Reply[] = []
  while (replies.length < count) {
    try {
      const reply = await session.readReply()
      replies.push(reply)
      // It closes the connection now (RFC 5321, 3.8); the other replies may never come.
      if (reply.code === 421) break
    } catch (error) {
      if (!replies.some(isRefusal)) throw error
      break
    }
  }
  return replies
}

/** Ends the transaction that is open after a refusal. */
export async function reset (session: SmtpSession): Promise<void> {
  const reply = await ask(session, 'RSET\r\n')
  if (reply.code !== 250) throw refusal('connection', reply)
}

function envelopeCommands (offers: Extensions, { from, to, id }: Envelope, size: number): string[] {
  for (const [stage, address] of [['sender', from], ['recipient', to]] as const) {
    // Brackets are valid within quotes, but many a relay would read one as the end of the path.
    if (UNSAFE.test(address)) throw new RelayError(stage, 553, null)
    if (needsSmtpUtf8(address) && !offers.has('SMTPUTF8')) throw new RelayError(stage, 553, '5.6.7')
  }
  // RFC 1870, 6.1: zero means that there is no limit that is known. The relay would refuse MAIL FROM, so we do.
  const most = Number(offers.get('SIZE'))
  if (most > 0 && size > most) throw new RelayError('sender', 552, '5.3.4')
  const parameters = [
    offers.has('SIZE') && ` SIZE=${size}`,
    needsSmtpUtf8(from + to) && ' BODY=8BITMIME SMTPUTF8',
    id !== undefined && offers.has('DSN') && ` RET=HDRS ENVID=${xtext(id)}`
  ].filter(Boolean)
  const notify = id !== undefined && offers.has('DSN') ? ' NOTIFY=FAILURE,DELAY' : ''
  return [`MAIL FROM:<${from}>${parameters.join('')}\r\n`, `RCPT TO:<${to}>${notify}\r\n`]
}

async function ask (session: SmtpSession, command: string): Promise<Reply> {
  session.write([command])
  return await session.readReply()
}

function isRefusal (reply: Reply, index: number): boolean {
  return STAGES[index] === 'message' ? reply.code !== GO_ON : !isPositive(reply)
}

function isPositive ({ code }: Reply): boolean {
  return code >= 200 && code < 300
}

function refusal (stage: RelayStage, { code, status }: Reply): RelayError {
  // A refused MAIL FROM concerns all our mails, unless it is about the size of this one.
  const fault = stage !== 'sender' || status === '5.3.4' ? null : code < 500 ? 'not-now' : 'sender-refused'
  return new RelayError(stage, code, status, '', false, fault)
}

/** RFC 3461, 4: printable ASCII without `+` and `=`, all else in hexadecimal. */
function xtext (text: string): string {
  return Buffer.from(text).toString('latin1').replace(/[^!-*,-<>-~]/g, character => `+${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
