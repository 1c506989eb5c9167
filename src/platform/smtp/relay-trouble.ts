import type { Pool } from 'pg'
import { RELAY_FAULTS, type RelayFault } from './relay-fault.js'
import type { TroubleStore } from './relay-watch.js'
import { clearRelayTrouble, listRelayTroubles, noteRelayTrouble } from './smtp.queries.js'

/** A mailer that cannot use a relay notes it more often than this. */
const PATIENCE_SECONDS = 90

/** A relay that cannot be used, and why, in words that continue a sentence about it. */
export interface RelayTrouble { relay: string, words: string, since: Date }

/** Notes in the database which relays cannot be used. */
export function troubleStore (pool: Pool): TroubleStore {
  return {
    note: async (relay, fault) => { await noteRelayTrouble.run({ relay, fault }, pool) },
    clear: async relay => { await clearRelayTrouble.run({ relay }, pool) }
  }
}

/** The relays that a mailer cannot use at the moment. */
export async function readRelayTroubles ({ pool }: { pool: Pool }): Promise<RelayTrouble[]> {
  const rows = await listRelayTroubles.run({ patienceSeconds: PATIENCE_SECONDS }, pool)
  return rows.map(({ relay, fault, since }) => ({ relay, since, words: wordsFor(fault) }))
}

/** A newer version may have noted a fault that this one does not know. */
function wordsFor (fault: string): string {
  return isFault(fault) ? RELAY_FAULTS[fault] : RELAY_FAULTS.unreachable
}

function isFault (fault: string): fault is RelayFault {
  return Object.hasOwn(RELAY_FAULTS, fault)
}
