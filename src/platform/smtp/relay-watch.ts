import type { Log } from '../log/log.js'
import type { RelayError } from './relay-error.js'
import { RELAY_FAULTS, relayEvent, type RelayFault } from './relay-fault.js'

/** Who is told how it goes with the relays, each by its host and port. */
export interface RelayWatch {
  /** A session did not come about, or the relay takes no mail from us. */
  failed: (relay: string, error: RelayError) => void
  /** The relay deals with a mail of ours. */
  reached: (relay: string) => void
}

/** Where commands can read what is wrong. */
export interface TroubleStore {
  note: (relay: string, fault: RelayFault) => Promise<void>
  clear: (relay: string) => Promise<void>
}

interface State {
  /** What is wrong now. */
  fault: RelayFault | null
  since: number
  logged: boolean
  notedAt: number
  /** When what was last logged. */
  lastLogged: { fault: RelayFault, at: number } | null
  escalated: boolean
}

/** The same fault of a relay that comes and goes is logged this often at most. */
const REPEAT_MS = 60_000
/** A relay that is away for so long does not come back by itself. */
const ESCALATE_MS = 5 * 60_000
/** The store is told that the trouble goes on this often at most. */
const NOTE_MS = 5_000

/**
 * Logs once when a relay cannot be used, and once when that is over, however many mails wait. What needs a hand is an
 * `error` at once, such as a certificate; a relay that is away is one when it stays away for five minutes.
 */
export function watchRelays ({ log, store, now = () => performance.now() }: { log: Log, store: TroubleStore, now?: () => number }): RelayWatch {
  const states = new Map<string, State>()
  // One after the other, so that the last word stays.
  let writing = Promise.resolve()
  const write = (act: () => Promise<void>): void => { writing = writing.then(act).catch(error => { log.debug({ err: error }, 'relay trouble could not be noted') }) }

  return {
    failed (relay, { fault, reply }) {
      if (fault === null) return
      const at = now()
      const state: State = states.get(relay) ?? { fault: null, since: at, logged: false, notedAt: -Infinity, lastLogged: null, escalated: false }
      states.set(relay, state)
      if (state.fault !== fault) Object.assign(state, { fault, since: at, logged: false, notedAt: -Infinity, escalated: false })
      const fields = { event: relayEvent(fault), relay, reason: fault, reply }
      const needsHand = fields.event !== 'relay_unreachable'
      const repeated = state.lastLogged?.fault === fault && at - state.lastLogged.at < REPEAT_MS
      if (!state.logged && !repeated) {
        log[needsHand ? 'error' : 'warn'](fields, `mails wait: the relay cannot be used, ${RELAY_FAULTS[fault]}`)
        Object.assign(state, { logged: true, lastLogged: { fault, at } })
      }
      if (!needsHand && !state.escalated && at - state.since >= ESCALATE_MS) {
        log.error({ ...fields, seconds: Math.round((at - state.since) / 1000) }, `mails still wait: the relay cannot be used, ${RELAY_FAULTS[fault]}`)
        state.escalated = true
      }
      if (at - state.notedAt < NOTE_MS) return
      state.notedAt = at
      write(async () => await store.note(relay, fault))
    },
    reached (relay) {
      const state = states.get(relay)
      if (state?.fault === null) return
      // At first also what an earlier mailer has left behind.
      write(async () => await store.clear(relay))
      if (state?.logged === true) {
        log.info({ event: 'relay_reached', relay, reason: state.fault, seconds: Math.round((now() - state.since) / 1000) }, 'the relay can be used again')
      }
      states.set(relay, { fault: null, since: 0, logged: false, notedAt: -Infinity, lastLogged: state?.lastLogged ?? null, escalated: false })
    }
  }
}
