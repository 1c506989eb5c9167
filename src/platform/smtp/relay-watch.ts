import type { Log } from '../log/log.js'
import type { RelayError } from './relay-error.js'
import { RELAY_FAULTS, relayEvent, type RelayEvent, type RelayFault } from './relay-fault.js'

/** Is told how the relays do, each named by host and port. */
export interface RelayWatch {
  /** A session could not be opened, or the relay accepts no mail from us. */
  failed: (relay: string, error: RelayError) => void
  /** The relay has answered about a mail: it can be used. */
  reached: (relay: string) => void
}

/** Where commands can read which relays cannot be used. */
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
  lastLogged: { fault: RelayFault, at: number } | null
  escalated: boolean
}

/** If a relay fails and recovers again and again, the same fault is logged at most this often. */
const REPEAT_MS = 60_000
/** A relay that is away for this long will not return without help. */
const ESCALATE_MS = 5 * 60_000
/** A fault that lasts is noted in the store at most this often. */
const NOTE_MS = 5_000

/**
 * Logs once when a relay cannot be used, and once when it can be used again, however many mails
 * wait. A fault that needs somebody to act, such as a certificate, is logged as an `error` at once;
 * a relay that is away, as a `warn`, and as an `error` when it stays away for five minutes.
 */
export function watchRelays (
  { log, store, now = () => performance.now() }: { log: Log, store: TroubleStore, now?: () => number }
): RelayWatch {
  const states = new Map<string, State>()
  const write = inOrder(error => log.debug({ err: error }, 'relay trouble could not be noted'))

  return {
    failed (relay, { fault, reply }) {
      if (fault === null) return
      const at = now()
      const state = stateAfter(states.get(relay), fault, at)
      states.set(relay, state)
      logTrouble(log, state, { event: relayEvent(fault), relay, reason: fault, reply }, at)
      if (at - state.notedAt < NOTE_MS) return
      state.notedAt = at
      write(async () => await store.note(relay, fault))
    },
    reached (relay) {
      const state = states.get(relay)
      if (state?.fault === null) return
      // The first time, this also clears what an earlier mailer has noted.
      write(async () => await store.clear(relay))
      if (state?.logged === true) {
        const seconds = Math.round((now() - state.since) / 1000)
        log.info({ event: 'relay_reached', relay, reason: state.fault, seconds }, 'the relay can be used again')
      }
      states.set(relay, newState(null, 0, state?.lastLogged ?? null))
    }
  }
}

/** Runs writes one after the other, so that the last one wins. */
function inOrder (failed: (error: unknown) => void): (act: () => Promise<void>) => void {
  let writing = Promise.resolve()
  return act => { writing = writing.then(act).catch(failed) }
}

function newState (fault: RelayFault | null, since: number, lastLogged: State['lastLogged']): State {
  return { fault, since, logged: false, notedAt: -Infinity, lastLogged, escalated: false }
}

function stateAfter (state: State | undefined, fault: RelayFault, at: number): State {
  return state?.fault === fault ? state : newState(fault, at, state?.lastLogged ?? null)
}

interface TroubleFields { event: RelayEvent, relay: string, reason: RelayFault, reply: number | null }

function logTrouble (log: Log, state: State, fields: TroubleFields, at: number): void {
  const { reason } = fields
  const needsAction = fields.event !== 'relay_unreachable'
  const repeated = state.lastLogged?.fault === reason && at - state.lastLogged.at < REPEAT_MS
  if (!state.logged && !repeated) {
    const message = `mails wait: the relay cannot be used, ${RELAY_FAULTS[reason]}`
    if (fields.event === 'relay_unreachable') log.warn({ ...fields, event: fields.event }, message)
    else log.error(fields, message)
    state.logged = true
    state.lastLogged = { fault: reason, at }
  }
  if (!needsAction && !state.escalated && at - state.since >= ESCALATE_MS) {
    const seconds = Math.round((at - state.since) / 1000)
    log.error({ ...fields, seconds }, `mails still wait: the relay cannot be used, ${RELAY_FAULTS[reason]}`)
    state.escalated = true
  }
}
