import { readDatabaseUrl } from '../../platform/database/database-url.js'
import { seconds, trimmed } from '../../platform/settings/readers.js'
import { optional, withDefault } from '../../platform/settings/setting.js'

export const journalSettings = {
  JOURNAL: optional(trimmed),
  JOURNAL_URL: optional(readDatabaseUrl),
  BACKUP_RETENTION: withDefault('P90D', seconds('P1D', 'P3650D'))
}
