import '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { networkPrefix } from '../platform/http/network-prefix.js'
import { Problem } from '../platform/problem.js'

const WINDOW_MS = 10 * 60_000
/** Enough for a conference behind one router, too little for a flood. */
const PER_NETWORK = 30
const IN_TOTAL = 1_000

/**
 * Bounds sign-ups per network prefix and in total, so that the form cannot be used to flood
 * mailboxes. Counted in the memory of this process: no IP address is stored anywhere.
 * Throws a Problem with status 429.
 */
export function limitSignUps (app: FastifyInstance): (request: FastifyRequest) => Promise<void> {
  const perNetwork = app.createRateLimit({ max: PER_NETWORK, timeWindow: WINDOW_MS, keyGenerator: request => networkPrefix(request.ip) })
  const inTotal = app.createRateLimit({ max: IN_TOTAL, timeWindow: WINDOW_MS, keyGenerator: () => 'all' })
  return async request => {
    for (const check of [perNetwork, inTotal]) {
      const state = await check(request)
      if (!state.isAllowed && state.isExceeded) {
        throw new Problem('too-many-sign-ups', 429, {
          heading: 'Gerade gehen sehr viele Anmeldungen ein',
          message: 'Zum Schutz vor Missbrauch nehmen wir im Moment keine weitere Anmeldung aus Ihrem Netz an. Ihre Adresse wurde nicht gespeichert.',
          hint: 'Bitte versuchen Sie es in einigen Minuten noch einmal.'
        }, state.ttlInSeconds)
      }
    }
  }
}
