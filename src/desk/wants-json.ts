import type { FastifyRequest } from 'fastify'

/** Whether a script asks, and not a form or a browser that shows the answer as a page. */
export function wantsJson ({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers.accept?.includes('application/json') === true
}
