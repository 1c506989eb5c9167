import t from 'tap'
import { readLine } from '../../../src/privacy/journal/entry.js'
import { fingerprints } from '../../../src/platform/crypto/seal.js'
import { changeToken, ownDataToken, unsubscribeToken } from '../../../src/subscription/links.js'
import { signedIn } from '../../support/desk.js'
import { addReaders } from '../../support/readers.js'
import { postForm, testService } from '../../support/service.js'

const service = await testService(t)
const { app, clock, journal, keys, pool } = service
const eva = await signedIn(service, { roles: ['administer'] })
let people = 0

/** A reader who is about to go. */
async function reader (): Promise<{ id: string, address: string }> {
  const address = `person${people++}@beispiel.example`
  const [id = ''] = await addReaders(service, [address])
  return { id, address }
}

/** Whether somebody is called erased in what a restored backup would be held against. */
async function isJournalled (id: string): Promise<boolean> {
  for (const store of journal.stores) {
    for await (const { text } of store.read()) {
      const entry = readLine(text)
      if (entry?.kind === 'erased' && entry.ids.includes(id)) return true
    }
  }
  return false
}

const inAnHour = (): Date => new Date(clock.now().getTime() + 3_600_000)
const onPage = (html: string): string => /name="gefunden" value="([^"]+)"/.exec(html)?.[1] ?? ''

const WAYS: Readonly<Record<string, (who: { id: string, address: string }) => Promise<{ statusCode: number }>>> = {
  'by the link of an issue': async ({ id }) =>
    await postForm(app, `/abmelden/${unsubscribeToken(keys, { id, issue: 1 })}`),
  'by the link to their own data': async ({ id }) =>
    await postForm(app, `/meine-daten/${ownDataToken(keys, { id, expiresAt: inAnHour() })}/loeschen`),
  async 'by a change of address, which gives the old row up' ({ id }) {
    const link = `/meine-daten/${ownDataToken(keys, { id, expiresAt: inAnHour() })}/adresse`
    await postForm(app, link, { email: `neu.${id}@beispiel.example` })
    const { rows: [change] } = await pool.query('select id from address_change where subscriber_id = $1', [id])
    return await postForm(app, `/meine-daten/adresse/${changeToken(keys, 'confirm', change.id)}`)
  },
  async 'by the help desk' ({ address }) {
    const gefunden = onPage((await eva.post('/redaktion/leserinnen/suche', { adresse: address })).body)
    return await eva.post('/redaktion/leserinnen/loeschen/ja', { gefunden })
  },
  async 'by the wish never to be written to' ({ address }) {
    const gefunden = onPage((await eva.post('/redaktion/leserinnen/suche', { adresse: address })).body)
    return await eva.post('/redaktion/leserinnen/sperren/ja', { gefunden })
  }
}

for (const [way, leave] of Object.entries(WAYS)) {
  t.test(`who goes ${way} is in the journal before the answer`, async t => {
    const who = await reader()
    t.ok((await leave(who)).statusCode < 400)
    t.ok(await isJournalled(who.id))
    const { rowCount } = await pool.query(
      'select from subscriber where address_index = any ($1)', [fingerprints(keys, who.address)])
    t.equal(rowCount, 0)
  })
}

t.end()
