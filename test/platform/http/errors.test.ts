import type { FastifyRequest } from 'fastify'
import t from 'tap'
import { toProblem } from '../../../src/platform/http/errors.js'
import { de } from '../../../src/texts/de.js'

const statusOf = (error: object, { destroyed }: { destroyed: boolean }): number => {
  const request = { method: 'GET', headers: {}, raw: { socket: { destroyed } } } as unknown as FastifyRequest
  return toProblem(Object.assign(new Error('x'), error), request, de.errors).status
}

t.test('who hangs up is no fault of ours; a stream that ends too early while somebody listens is', async t => {
  t.equal(statusOf({ code: 'ECONNRESET', message: 'aborted' }, { destroyed: true }), 400)
  t.equal(statusOf({ code: 'ERR_STREAM_PREMATURE_CLOSE' }, { destroyed: true }), 400)
  t.equal(statusOf({ code: 'ERR_STREAM_PREMATURE_CLOSE' }, { destroyed: false }), 500)
})

t.end()
