import { ImapFlow, type ImapFlowError, type ImapFlowOptions } from 'imapflow'
import { withResolvers } from '../../platform/with-resolvers.js'
import { MOST_BYTES } from './arrived.js'
import { MailboxError } from './mailbox-fault.js'
import type { MailboxTarget } from './mailbox-url.js'

/** A message as it stands in a list. Its number is its place, which changes when others go. */
export interface Listed { uid: number, size: number, arrivedAt: Date | null }

/** One connection to a mailbox, with its folder open. Every method rejects when it is lost. */
export interface MailboxSession {
  /** UIDs mean what they meant in another session only if this is the same. */
  uidValidity: bigint
  /** How many messages there are, as far as the server has said. Throws when it is lost. */
  count: () => number
  /** The messages at these places, which begin at 1. Fewer or none where there are not as many. */
  list: (from: number, to: number) => Promise<Listed[]>
  /**
   * The beginnings of messages, by UID. Those that the server cannot give, or has no longer, are
   * missing.
   */
  fetch: (uids: readonly number[]) => Promise<Map<number, Buffer>>
  /** Deletes messages, and no others. */
  remove: (uids: readonly number[]) => Promise<void>
  /** Asks the server for news, which servers without IDLE give only then. */
  ask: () => Promise<void>
  /** Resolves when there are new messages, the connection is lost, or the signal is aborted. */
  news: (signal: AbortSignal) => Promise<void>
  close: () => void
}

const CONNECT_TIMEOUT_MS = 20_000
/** For each answer. IDLE has none. */
const ANSWER_TIMEOUT_MS = 120_000
/** What the server may send at once: a group of beginnings comes one by one. */
const MOST_RESPONSE = 4 * MOST_BYTES

/** Connects, logs in and opens the folder. */
export async function openMailbox (target: MailboxTarget, signal: AbortSignal): Promise<MailboxSession> {
  const client = new ImapFlow(optionsFor(target))
  // It closes the connection itself, and the command under way rejects.
  client.on('error', () => {})
  const abort = (): void => client.close()
  signal.addEventListener('abort', abort, { once: true })
  try {
    await client.connect()
    const mailbox = await client.mailboxOpen([...target.folder])
    if (mailbox.readOnly === true) throw new MailboxError('not-deletable')
    return over(client, mailbox.uidValidity)
  } catch (error) {
    client.close()
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

function optionsFor ({ server }: MailboxTarget): ImapFlowOptions {
  return {
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    ...(server.tls === 'implicit' ? {} : { doSTARTTLS: server.tls === 'starttls' }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: server.verifyCertificate },
    auth: server.auth,
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    clientInfo: { name: 'Integrationsbrief' },
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: ANSWER_TIMEOUT_MS,
    maxLiteralSize: 2 * MOST_BYTES,
    maxLineLength: MOST_RESPONSE,
    maxResponseSize: MOST_RESPONSE
  }
}

function over (client: ImapFlow, uidValidity: bigint): MailboxSession {
  /** A connection that is lost has no mailbox, which is not an empty one. */
  function count (): number {
    if (!client.usable || client.mailbox === false) throw new MailboxError('connection-closed')
    return client.mailbox.exists
  }

  async function fetchTogether (uids: readonly number[]): Promise<Map<number, Buffer>> {
    const query = { uid: true, source: { start: 0, maxLength: MOST_BYTES } }
    const found = await client.fetchAll(uids.join(), query, { uid: true })
    return new Map(found.flatMap(({ uid, source }) => source === undefined ? [] : [[uid, source]]))
  }

  return {
    uidValidity,
    count,
    async list (from, to) {
      if (from > count()) return []
      const query = { uid: true, size: true, internalDate: true }
      const found = await client.fetchAll(`${from}:${Math.min(to, count())}`, query)
      return found.map(({ uid, size = 0, internalDate }) => ({ uid, size, arrivedAt: asDate(internalDate) }))
    },
    async fetch (uids) {
      try {
        return await fetchTogether(uids)
      } catch (error) {
        if (!isRefusal(error)) throw error
        // One that the server cannot read must not hold up the others.
        if (uids.length === 1) return new Map()
      }
      const found = new Map<number, Buffer>()
      for (const each of uids) for (const [uid, source] of await this.fetch([each])) found.set(uid, source)
      return found
    },
    async remove (uids) {
      if (uids.length === 0 || await client.messageDelete(uids.join(), { uid: true })) return
      if (client.usable) throw new MailboxError('not-deletable')
      throw new MailboxError('connection-closed')
    },
    ask: async () => await client.noop(),
    async news (signal) {
      const { promise, resolve } = withResolvers()
      const come = (): void => resolve()
      client.once('exists', come).once('close', come)
      signal.addEventListener('abort', come, { once: true })
      // Any other command ends it.
      client.idle().catch(come)
      if (!client.usable || signal.aborted) come()
      await promise
      client.off('exists', come).off('close', come)
    },
    close: () => client.close()
  }
}

/** The server has answered, and said no. */
function isRefusal (error: unknown): boolean {
  const { responseStatus } = error as ImapFlowError
  return responseStatus === 'NO' || responseStatus === 'BAD'
}

function asDate (internalDate: Date | string | undefined): Date | null {
  const date = new Date(internalDate ?? NaN)
  return Number.isNaN(date.getTime()) ? null : date
}
