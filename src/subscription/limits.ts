// For its types: it adds `createRateLimit` to FastifyInstance.
import '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { networkPrefix } from '../platform/http/network-prefix.js'
import { Problem } from '../platform/http/problem.js'
import { de } from '../texts/de.js'

const { tooManyFromNetwork: texts } = de.subscription

export interface NetworkLimit { signUps: number, windowSeconds: number }

type Count = (request: FastifyRequest) => Promise<number>

/** What is counted, each apart. */
type Counted = keyof typeof texts.of

/**
 * Bounds sign-ups, or other requests, per network prefix. Returns a function that counts one and
 * says which of its network's it is within the window; it throws a Problem with status 429 for one
 * too many. Only what would be stored is counted, so that nobody can use up a network's limit by
 * nonsense. Counted in the memory of this process: no IP address is stored.
 */
export function countByNetwork (
  app: FastifyInstance, counted: Counted, { signUps, windowSeconds }: NetworkLimit
): Count {
  const count = app.createRateLimit({
    max: signUps,
    timeWindow: windowSeconds * 1000,
    // What is counted shares one store.
    keyGenerator: request => `${counted} ${networkPrefix(request.ip)}`
  })
  return async request => {
    const state = await count(request)
    if (state.isAllowed) return 1
    if (!state.isExceeded) return state.max - state.remaining
    const { heading, message } = texts.of[counted]
    const hint = tryAgain(state.ttlInSeconds)
    throw new Problem(`too-many-${counted}`, 429, { heading, message, hint }, state.ttlInSeconds)
  }
}

function tryAgain (seconds: number): string {
  return seconds > 2 * 3600 ? texts.inHours(Math.ceil(seconds / 3600)) : texts.inMinutes(Math.ceil(seconds / 60))
}
