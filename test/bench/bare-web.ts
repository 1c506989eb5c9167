import { once } from 'node:events'
import { parse } from 'node:querystring'
import fastify from 'fastify'
import pg from 'pg'
import { portOf } from '../../src/platform/free-port.js'

// The rival: Fastify and nothing else. It serves the bytes that it is told, and stores an address
// that is posted.

/** A page as the service sent it. The body is Base64. */
export interface BarePage { path: string, headers: Record<string, string>, body: string }

export interface BareSetup { databaseUrl: string, connections: number, signUpPath: string, pages: BarePage[] }

const [{ databaseUrl, connections, signUpPath, pages }] = await once(process, 'message') as [BareSetup]
const pool = new pg.Pool({ connectionString: databaseUrl, max: connections })
await pool.query('create table bare_sign_up (id bigint generated always as identity primary key, email text not null)')
const app = fastify()
for (const { path, headers, body } of pages) {
  const bytes = Buffer.from(body, 'base64')
  app.get(path, (_, reply) => reply.headers(headers).send(bytes))
}
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
  done(null, parse(String(body)))
})
app.post<{ Body: { email: string } }>(signUpPath, async (request, reply) => {
  const text = 'insert into bare_sign_up (email) values ($1)'
  await pool.query({ name: 'insert', text, values: [request.body.email] })
  return await reply.type('text/html; charset=utf-8').send('<!doctype html><title>ok</title>')
})
await app.listen({ port: 0, host: '127.0.0.1' })
process.on('disconnect', () => process.exit())
process.send?.(portOf(app.server))
