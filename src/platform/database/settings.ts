import { optional } from '../settings/setting.js'
import { readDatabaseUrl } from './database-url.js'

export const databaseSettings = { DATABASE_URL: optional(readDatabaseUrl) }
