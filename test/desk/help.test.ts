import t from 'tap'
import { checkFrame } from '../support/page-frame.js'
import { signedIn } from '../support/desk.js'
import { testService } from '../support/service.js'
import { seen } from './drafts/writing.js'

t.test('the help tells how long a sign-in lasts, and which keys there are', async t => {
  const eva = await signedIn(await testService(t, { SESSION_IDLE: 'PT30M', SESSION_LIFETIME: 'PT8H' }))
  const start = (await eva.get('/redaktion')).body
  t.match(start, /<a href="\/redaktion\/hilfe">Hilfe<\/a>/)
  const { statusCode, body } = await eva.get('/redaktion/hilfe')
  t.equal(statusCode, 200)
  checkFrame(t, 'the help', body)
  t.match(seen(body), /wenn Sie 30 Minuten nichts tun, spätestens nach 8 Stunden\./)
  t.match(seen(body), /Strg\+B Fett/)
  t.match(seen(body), /Alt\+F10 Zu den Knöpfen/)
  for (const [, id = ''] of body.matchAll(/href="#([^"]+)"/g)) t.match(body, `id="${id}"`)
})
