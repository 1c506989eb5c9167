import { randomUUID } from 'node:crypto'
import t from 'tap'
import { createKeyring, newMasterKey } from '../../../src/platform/crypto/keyring.js'
import { makeToken } from '../../../src/platform/crypto/token.js'
import { createLog } from '../../../src/platform/log/log.js'
import { scrub } from '../../../src/platform/log/scrub.js'
import { processorMs } from '../../support/processor-time.js'

function collect (level: string) {
  const lines: string[] = []
  return { log: createLog({ level, sink: { write: line => { lines.push(line) } } }), lines }
}

t.test('a token is found wherever in a line it begins', async t => {
  const token = 'AQFHPuxOWDFKG6JpD91b3iamaaf0kD_7lDOhGf6nOxbVEiKzbL8'
  const { log, lines } = collect('info')
  for (let before = 0; before < 90; before++) log.info({}, `${'wort '.repeat(20).slice(0, before)} ${token} und mehr`)
  t.equal(lines.filter(line => line.includes('[token] und mehr')).length, 90)
})

t.test('addresses, link tokens and passwords are taken out of every line, wherever they stand', async t => {
  const { log, lines } = collect('trace')
  const token = 'AQFHPuxOWDFKG6JpD91b3iamaaf0kD_7lDOhGf6nOxbVEiKzbL8'
  const error = Object.assign(new Error('550 <anna.b+c@beispiel.example> unknown'), {
    detail: 'Key (x)=(berta@beispiel.example)'
  })
  log.trace(
    { email: 'anna@beispiel.example', nested: [{ to: '"Anna" <anna@xn--mnchen-3ya.example>' }] },
    'to anna@beispiel.example'
  )
  log.error({ event: 'queue_stopped', err: error }, 'failed')
  log.info({}, `opened /bestaetigen/${token} and mailto:anna%40beispiel.example`)
  log.info({ url: `/abmelden/${token}?x=1`, token }, '')
  log.info({}, 'postgres://brief:geheim@db.example:5432/brief and smtps://nutzer%40x.example:geheim@relay.example')
  log.info({}, 'müller@beispiel.example')
  log.info(
    { to: '"hans meier"@beispiel.example' },
    'o\'neil@beispiel.example a/otto@beispiel.example clara=40beispiel.example ' +
      'dora%2540beispiel.example emil@[192.0.2.1]'
  )
  const all = lines.join('')
  for (const secret of [
    'anna', 'berta', 'beispiel', 'mnchen', token, 'geheim', 'nutzer', 'müller', 'hans', 'meier', 'neil',
    'otto', 'clara', 'dora', 'emil', '192.0.2.1'
  ]) t.notMatch(all, secret, secret)
  t.match(all, '[address]')
  t.match(all, '[token]')
  t.match(all, '[secret]@db.example')
  for (const line of lines) t.doesNotThrow(() => JSON.parse(line), 'a line stays JSON')
})

t.test('a token is taken out whatever stands around it, cut short or spelt in another way', t => {
  const token = makeToken(createKeyring([newMasterKey()]), 1, { id: randomUUID(), number: 4_000_000_000 })
  const encoded = token.replaceAll('-', '%2d').replaceAll('_', '%5F')
  for (const spelling of [token, encoded, token.slice(0, 40), token.slice(-40), `${token}x`, `${token}${token}`]) {
    t.equal(scrub(`GET /brief/abmelden/${spelling}?x=1 failed`), 'GET /brief/abmelden/[token]?x=1 failed', spelling)
    t.equal(scrub(`"https://brief.example/new-path/${spelling}."`), '"https://brief.example/new-path/[token]."')
  }
  t.equal(scrub(`to ${'a'.repeat(60)}@beispiel.example`), 'to [address]', 'a long address is still an address')
  t.end()
})

t.test('what is not a secret stays readable', async t => {
  for (const text of [
    'issue 3 planned: 190', '2026-11-22T06:00:00.000Z', 'f3b1a4a0-52b7-4c5e-9a51-0d6f4bb9c7aa',
    'job failed at src/platform/queue.ts:51:7', '@fastify/postgres',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', '019_first_sent_at_of_delivery.sql'
  ]) {
    t.equal(scrub(text), text)
  }
})

t.test('a very long text is scrubbed in reasonable time', async t => {
  for (const text of [
    'a'.repeat(200_000), '@'.repeat(200_000), 'a.'.repeat(100_000) + '@', `${'a'.repeat(39)}.`.repeat(5_000),
    '%2D'.repeat(70_000)
  ]) t.ok(await processorMs(() => scrub(text)) < 2_000, text.slice(0, 10))
})
