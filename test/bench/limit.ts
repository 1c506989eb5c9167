import { pino } from 'pino'
import { createPool } from '../../src/platform/database/pool.js'
import { copyMaker } from './copies.js'
import { readSetup } from './setup.js'
import { serveSlices } from './slice.js'

// The limit: compiles the same mail, then makes and signs copies and throws them away. No database,
// no SMTP.

const { config, number } = readSetup()
const pool = createPool({ url: config.database.url as string, max: 1, name: 'limit', log: pino({ level: 'silent' }) })
const makeCopy = await copyMaker(pool, config, number)
await pool.end()
serveSlices(20, makeCopy)
