import type { ArchivingDeps } from '../../src/archive/correct.js'
import { witnessOf } from '../../src/editor/audit/audit.js'
import type { TestService } from '../support/service.js'

/** Somebody at the command line. */
export function acting ({ pool, clock }: Pick<TestService, 'pool' | 'clock'>): ArchivingDeps {
  return { pool, clock, editor: null, witness: witnessOf({ clock }, 'command-line') }
}
