import type { FastifyReply } from 'fastify'
import type { View } from './view.js'

/** Answers with a page that nobody keeps: most depend on a link's token or on what was just typed. */
export function htmlReply (view: View) {
  return async (reply: FastifyReply, status: number, name: string, data: Record<string, unknown>): Promise<FastifyReply> => {
    const page = await view(name, data)
    return await reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)
  }
}
