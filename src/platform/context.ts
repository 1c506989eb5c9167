import type { Pool } from 'pg'
import type { Clock } from './clock.js'
import type { Keyring } from './crypto/keyring.js'
import type { Log } from './log/log.js'

/**
 * What nearly every use case works with. Take what is needed of it: `Pick<Context, 'pool' |
 * 'clock'>`.
 */
export interface Context { pool: Pool, keys: Keyring, clock: Clock, log: Log }
