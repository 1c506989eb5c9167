import { performance } from 'node:perf_hooks'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { readForms } from '../../../src/platform/http/form.js'

t.test('a field that was sent more than once holds all its values, in order', async t => {
  t.same(await post(t, 'a=1&b=2&a=3&a=&a=4'), { a: ['1', '3', '', '4'], b: '2' })
})

t.test('a megabyte of one name is read about as fast as one of many names', async t => {
  const timed = async (body: string): Promise<number> => {
    const begin = performance.now()
    await post(t, body)
    return performance.now() - begin
  }
  const names = await timed(Array.from({ length: 100_000 }, (_, index) => `a${index}=`).join('&'))
  t.ok(await timed('a=&'.repeat(100_000)) < 10 * names + 1_000)
})

async function post (t: Test, payload: string): Promise<unknown> {
  const app = Fastify()
  t.teardown(async () => await app.close())
  readForms(app)
  app.post('/', async ({ body }) => body)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return (await app.inject({ method: 'POST', url: '/', headers, payload })).json()
}
