import { needsSmtpUtf8 } from '../mail/address.js'
import type { StampedMail } from '../mail/stamp.js'
import { UNSAFE_IN_PATH } from '../mail/unsafe-characters.js'
import { judgeRefusal } from './refusal/judge-refusal.js'
import { RelayError, type RelayStage } from './relay-error.js'
import type { Reply, SmtpSession } from './smtp-session.js'

export interface Envelope {
  from: string
  to: string
  /**
   * Asks for delivery status notifications (RFC 3461) of failures and delays under this id, if the
   * relay offers them.
   */
  id?: string
}

/**
 * What the relay offers in its answer to EHLO: keywords in upper case, each with its parameters.
 */
export type Extensions = ReadonlyMap<string, string>

/**
 * Reads the answer to EHLO (RFC 5321, 4.1.1.1); its first line is a greeting. The answer to HELO
 * offers nothing.
 */
export function readExtensions (answer: string): Extensions {
  const lines = answer.split(/\r?\n/).slice(1).map(line => line.slice(4).trim().toUpperCase())
  return new Map(lines.map(line => {
    const [keyword = '', ...parameters] = line.split(' ')
    return [keyword, parameters.join(' ')]
  }))
}

/** How long the answer to a command, and that to a whole mail, may take, in milliseconds. */
export interface Timeouts { command: number, mail: number }

interface Command { stage: RelayStage, line: string }
interface Answer { stage: RelayStage, reply: Reply }

const GO_ON = 354
const END_OF_MAIL = '.\r\n'

/**
 * One mail transaction (RFC 5321, 3.3): two round trips with a relay that offers PIPELINING, four
 * with any other. Each answer may take as long as `timeouts` says: giving up before the mail is
 * whole repeats nothing, giving up on the answer to it may. Resolves when the relay has taken the
 * mail. Rejects with a RelayError if it refuses the mail, with the session's own error if that ends
 * before the mail is whole.
 */
export async function sendMail (
  session: SmtpSession, offers: Extensions, envelope: Envelope, mail: StampedMail, timeouts: Timeouts
): Promise<void> {
  const commands = [...envelopeCommands(offers, envelope, mail.size), { stage: 'message' as const, line: 'DATA\r\n' }]
  await (offers.has('PIPELINING') ? pipelined : oneByOne)(session, commands)
  session.setTimeout(timeouts.mail)
  // It goes out as it is: no line of a stamped mail begins with a dot, so there is none to escape.
  session.write([...mail.pieces, END_OF_MAIL])
  const reply = await session.readReply().catch(() => {
    throw new RelayError('message', null, null, 'broken off', true)
  })
  session.setTimeout(timeouts.command)
  if (!isPositive(reply)) throw refusal('message', reply)
}

/** Sends each command when the previous one is answered. */
async function oneByOne (session: SmtpSession, commands: readonly Command[]): Promise<void> {
  for (const { stage, line } of commands) {
    const reply = await ask(session, line)
    if (isRefusal({ stage, reply })) throw refusal(stage, reply)
  }
}

/** RFC 2920: sends the commands as a group. */
async function pipelined (session: SmtpSession, commands: readonly Command[]): Promise<void> {
  session.write([commands.map(({ line }) => line).join('')])
  const answers = await readAnswers(session, commands)
  const refused = answers.find(isRefusal)
  if (refused === undefined) return
  const goesOn = answers.some(({ reply }) => reply.code === GO_ON)
  // RFC 2920, 3.1: a relay may accept DATA although it refused the recipient. End that empty
  // message.
  if (goesOn && refused.stage === 'recipient') await ask(session, END_OF_MAIL).catch(() => {})
  throw refusal(refused.stage, refused.reply)
}

/** The answers to a group; fewer if the relay ends the session after a refusal. */
async function readAnswers (session: SmtpSession, commands: readonly Command[]): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const { stage } of commands) {
    try {
      const reply = await session.readReply()
      answers.push({ stage, reply })
      // It closes the connection now (RFC 5321, 3.8); the other replies may never come.
      if (reply.code === 421) break
    } catch (error) {
      if (!answers.some(isRefusal)) throw error
      break
    }
  }
  return answers
}

/** Ends the open transaction after a refusal. */
export async function reset (session: SmtpSession): Promise<void> {
  const reply = await ask(session, 'RSET\r\n')
  if (reply.code !== 250) throw refusal('connection', reply)
}

/**
 * MAIL and RCPT. Throws a RelayError, as the relay would refuse them, if it cannot take this mail.
 */
function envelopeCommands (offers: Extensions, { from, to, id }: Envelope, size: number): Command[] {
  for (const [stage, address] of [['sender', from], ['recipient', to]] as const) {
    if (UNSAFE_IN_PATH.test(address)) throw new RelayError(stage, 553, null)
    if (needsSmtpUtf8(address) && !offers.has('SMTPUTF8')) throw new RelayError(stage, 553, '5.6.7')
  }
  // RFC 1870, 6.1: zero means that the relay states no limit.
  const most = Number(offers.get('SIZE'))
  if (most > 0 && size > most) throw new RelayError('sender', 552, '5.3.4')
  const parameters = [
    offers.has('SIZE') && ` SIZE=${size}`,
    needsSmtpUtf8(from + to) && ' BODY=8BITMIME SMTPUTF8',
    id !== undefined && offers.has('DSN') && ` RET=HDRS ENVID=${xtext(id)}`
  ].filter(Boolean)
  const notify = id !== undefined && offers.has('DSN') ? ' NOTIFY=FAILURE,DELAY' : ''
  return [
    { stage: 'sender', line: `MAIL FROM:<${from}>${parameters.join('')}\r\n` },
    { stage: 'recipient', line: `RCPT TO:<${to}>${notify}\r\n` }
  ]
}

async function ask (session: SmtpSession, command: string): Promise<Reply> {
  session.write([command])
  return await session.readReply()
}

function isRefusal ({ stage, reply }: Answer): boolean {
  return stage === 'message' ? reply.code !== GO_ON : !isPositive(reply)
}

function isPositive ({ code }: Reply): boolean {
  return code >= 200 && code < 300
}

/** The text of the reply is judged here, and left here. */
function refusal (stage: RelayStage, { code, status, text }: Reply): RelayError {
  // A refused MAIL FROM concerns all our mails, unless it is about the size of this one.
  const fault = stage !== 'sender' || status === '5.3.4' ? null : code < 500 ? 'not-now' : 'sender-refused'
  return new RelayError(stage, code, status, '', false, fault, judgeRefusal({ code, status, text }))
}

/** RFC 3461, 4: printable ASCII without `+` and `=`; everything else in hexadecimal. */
function xtext (text: string): string {
  const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
  return Buffer.from(text).toString('latin1').replace(/[^!-*,-<>-~]/g, character => `+${hex(character)}`)
}
