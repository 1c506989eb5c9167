import { pino } from 'pino'
import { createPool } from '../../src/platform/database/pool.js'
import type { StampedMail } from '../../src/platform/mail/stamp.js'
import type { RelayTarget } from '../../src/platform/smtp/relay-url.js'
import type { Envelope } from '../../src/platform/smtp/smtp-transaction.js'
import { copyMaker } from './copies.js'
import { readSetup } from './setup.js'
import { serveSlices } from './slice.js'

/** Hands over one mail on a connection of its own. */
export type HandOver = (envelope: Envelope, mail: StampedMail) => Promise<void>

/** So many different mails are made before the measurement, so that signing is no part of it. */
const COPIES = 200

/** Makes this program a rival that hands over signed mails, one connection a hand. */
export async function serveHandOver (open: (target: RelayTarget) => Promise<HandOver>): Promise<void> {
  const { config, number } = readSetup()
  const pool = createPool({ url: config.database.url as string, max: 1, name: 'smtp', log: pino({ level: 'silent' }) })
  const makeCopy = await copyMaker(pool, config, number)
  const copies = await Promise.all(Array.from({ length: COPIES }, makeCopy))
  await pool.end()
  const target = config.relay.targets?.[0] as RelayTarget
  const opening = Array.from({ length: config.delivery.connections }, async () => await open(target))
  const connections = await Promise.all(opening)
  let mails = 0
  serveSlices(connections.length, async hand => {
    const mail = copies[++mails % COPIES] as StampedMail
    const envelope = { from: config.sender.from.address, to: `leser${String(mails).padStart(8, '0')}@beispiel.example` }
    await connections[hand]?.(envelope, mail)
  })
}
