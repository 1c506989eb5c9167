import { createHmac, randomInt } from 'node:crypto'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { makeToken, readToken } from '../../platform/crypto/token.js'
import type { Queryable } from '../../platform/database/pool.js'
import type { Visit } from './visit.js'
import { countAttempt, countBack, forgetFailuresOf } from '../editor.queries.js'

/*
 * Guessing passwords is slowed down without locking anybody out, by OWASP's device cookies: a
 * browser that has signed in before has a counter of its own. Strangers who guess share the
 * account's other counter, and use up nothing but that.
 */

/** How long failures count, from the first one on. */
export const FAILURES = { keptSeconds: 15 * 60 }
/** Failures within the window, by what is counted. */
const LIMITS = { device: 10, account: 10, network: 50 } as const

/** Belongs to no other purpose, see link.ts. */
const DEVICE = 4

/** Who tries to sign in. `canonical` is what was typed, whether or not there is such an account. */
export interface SignInSource {
  canonical: string
  network: string
  /** The token of the device's cookie. */
  device: string | undefined
  /** The account of the address, if there is one. */
  editorId: string | null
}

interface AttemptDeps { db: Queryable, keys: Keyring, clock: Clock }

/**
 * Counts an attempt before anything is looked at, so that many at once gain nothing. Returns how
 * long this source must wait, in whole seconds; 0 if it may try.
 */
export async function countSignIn (deps: AttemptDeps, source: SignInSource): Promise<number> {
  return await count(deps, countersOf(deps.keys, source))
}

/**
 * The same for an attempt of which nobody knows yet which account it is about: it is counted for
 * its device if that has signed in before, or else for its network.
 */
export async function countNetwork (
  deps: AttemptDeps, { network, knownDevice }: Pick<Visit, 'network' | 'knownDevice'>
): Promise<number> {
  const known = knownDevice === undefined ? null : readToken(deps.keys, DEVICE, knownDevice)
  const source = { canonical: '', network, device: knownDevice, editorId: known?.id ?? null }
  return await count(deps, countersOf(deps.keys, source).filter(({ kind }) => kind !== 'account'))
}

async function count ({ db, clock }: AttemptDeps, counters: readonly Counter[]): Promise<number> {
  const now = clock.now()
  let wait = 0
  for (const { key, limit } of counters) {
    const { failures, windowEndsAt } = await countAttempt.one({
      source: key, now, windowEndsAt: new Date(now.getTime() + FAILURES.keptSeconds * 1_000)
    }, db)
    if (failures > limit) wait = Math.max(wait, Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000))
  }
  return wait
}

/** Somebody has signed in: forgets the failures of the source, and takes one off its network's. */
export async function forgetFailures ({ db, keys }: Omit<AttemptDeps, 'clock'>, source: SignInSource): Promise<void> {
  const counters = countersOf(keys, source)
  const keysOf = (isNetwork: boolean): Buffer[] =>
    counters.filter(({ kind }) => (kind === 'network') === isNetwork).map(({ key }) => key)
  await forgetFailuresOf.run({ sources: keysOf(false) }, db)
  await countBack.run({ sources: keysOf(true) }, db)
}

/** The token for the cookie of a device on which an account has signed in. */
export function deviceToken (keys: Keyring, editorId: string): string {
  return makeToken(keys, DEVICE, { id: editorId, number: randomInt(2 ** 32 - 1) })
}

interface Counter { kind: keyof typeof LIMITS, key: Buffer, limit: number }

function countersOf (keys: Keyring, { canonical, network, device, editorId }: SignInSource): Counter[] {
  const counter = (kind: Counter['kind'], text: string): Counter => {
    const key = createHmac('sha256', keys.oldest('sign-in')).update(`${kind} ${text}`).digest()
    return { kind, key, limit: LIMITS[kind] }
  }
  const known = device === undefined ? null : readToken(keys, DEVICE, device)
  if (known !== null && known.id === editorId) return [counter('device', `${known.id} ${known.number}`)]
  return [counter('account', canonical), counter('network', network)]
}
