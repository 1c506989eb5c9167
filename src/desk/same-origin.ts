import type { FastifyRequest } from 'fastify'
import { Problem } from '../platform/http/problem.js'
import { de } from '../texts/de.js'

/**
 * Refuses what another website has a browser send in an editor's name. Browsers say where a request
 * comes from in Sec-Fetch-Site, older ones in Origin; one that says neither is refused as well.
 * Throws a Problem with status 403.
 */
export function refuseForeign ({ method, headers }: FastifyRequest, ownOrigin: string): void {
  if (method === 'GET' || method === 'HEAD') return
  const { origin, 'sec-fetch-site': site } = headers
  const isOwn = site === undefined ? origin === ownOrigin : site === 'same-origin'
  if (!isOwn) throw new Problem('foreign-origin', 403, de.desk.foreignOrigin)
}
