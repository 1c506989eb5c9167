import t from 'tap'
import { atDesk, seen } from '../drafts/writing.js'
import { approving } from './approving.js'

/** What can be chosen, the first as the browser selects it. */
function choices (page: string): string[] {
  const select = /<select [^>]*name="an"[^]*?<\/select>/.exec(page)?.[0] ?? ''
  return [...select.matchAll(/<option[^>]*>([^<]*)/g)].map(([, text = '']) => text)
}

t.test('the only one who can be asked is chosen already; of several, one has to be', async t => {
  const service = await approving(t, ['write', 'approve'])
  const { kim, eva, path, pool } = service
  t.same(choices((await kim.get(`${path}/freigabe`)).payload), ['Eva', 'Keine Mail schicken'])
  t.same(choices((await eva.get(`${path}/freigabe`)).payload), [], 'nobody asks themselves')
  await atDesk(service, { name: 'Ina', roles: ['approve'] })
  t.same(choices((await kim.get(`${path}/freigabe`)).payload), ['Bitte wählen', 'Eva', 'Ina', 'Keine Mail schicken'])
  const refused = await kim.post(`${path}/einreichen`, { an: '' })
  t.equal(refused.statusCode, 422)
  t.match(seen(refused.payload), /Bitte wählen Sie, wer die Bitte um Freigabe bekommt/)
  t.same((await pool.query('select state from draft')).rows, [{ state: 'draft' }])
  const submitted = await kim.post(`${path}/einreichen`, { an: 'keine' })
  t.match(submitted.headers.location, /getan=submitted$/)
  t.same((await pool.query('select state, asked_id from draft')).rows, [{ state: 'submitted', asked_id: null }])
})
