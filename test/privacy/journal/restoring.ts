import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatMasterKeys, newMasterKey } from '../../../src/platform/crypto/keyring.js'
import { backUp, testDatabase } from '../../support/database.js'
import { testService, type TestService } from '../../support/service.js'
import type { JudgedTest } from '../../support/test.js'

export interface Restorable extends TestService {
  /** Where the journal lies. */
  folder: string
  /** A backup as of now. What it returns starts the service on it, with the same journal. */
  backUp: () => Promise<(settings?: Record<string, string>) => Promise<TestService>>
}

/** A service whose database can be backed up and restored, with a journal that outlasts that. */
export async function restorable (t: JudgedTest, settings: Record<string, string> = {}): Promise<Restorable> {
  const database = await testDatabase(t)
  const parent = await mkdtemp(join(tmpdir(), 'integrationsbrief-test-'))
  t.after(async () => await rm(parent, { recursive: true, force: true }))
  const folder = join(parent, 'journal')
  const shared = { JOURNAL: folder, KEYS: formatMasterKeys([newMasterKey()]), ...settings }
  const service = await testService(t, shared, { database })
  return Object.assign(service, {
    folder,
    backUp: async () => {
      const backup = await backUp(t, database)
      return async (others = {}) => await testService(t, { ...shared, ...others }, { database: backup })
    }
  })
}

/** What was logged under an event. */
export function events ({ lines }: TestService, name: string): Array<Record<string, unknown>> {
  return lines().map(line => JSON.parse(line) as Record<string, unknown>).filter(({ event }) => event === name)
}
