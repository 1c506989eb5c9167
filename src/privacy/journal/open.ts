import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log/log.js'
import { folderStore } from './folder.js'
import { createJournal, type Journal } from './journal.js'
import { serverStore } from './server.js'

/** Where the journal lies: a folder, a second PostgreSQL server, or both. */
export interface JournalPlaces { folder: string | undefined, url: string | undefined }

/** The journal of the settings. It is begun, or found, when it is first written or read. */
export function openJournal (
  deps: { pool: Pool, clock: Clock, log: Log }, { folder, url }: JournalPlaces
): Journal {
  const stores = [
    ...(folder === undefined ? [] : [folderStore(folder)]),
    ...(url === undefined ? [] : [serverStore({ url, log: deps.log, besides: deps.pool })])
  ]
  return createJournal({ ...deps, stores })
}
