import t from 'tap'
import { postForm, testService } from '../support/service.js'

t.test('what is the same for everyone is kept by browsers, and an answer to an input by nobody', async t => {
  const { app } = await testService(t)
  for (const url of ['/abonnieren', '/einbetten', '/impressum', '/datenschutz', '/barrierefreiheit']) {
    const first = await app.inject(url)
    t.match(first.headers['cache-control'], /^(?:no-cache|public, max-age=300)$/, url)
    const again = await app.inject({ url, headers: { 'if-none-match': first.headers.etag } })
    t.equal(again.statusCode, 304, url)
    t.match(again.headers['content-security-policy'], /default-src 'none'/)
  }
  t.equal((await app.inject('/abonnieren')).headers['cache-control'], 'no-cache', 'the wording may have changed')
  const email = 'anna@beispiel.example'
  for (const fields of [{ email: 'anna@' }, { email, correct: '1' }, { email }]) {
    const { headers } = await postForm(app, '/abonnieren', fields)
    t.equal(headers['cache-control'], 'no-store')
    t.equal(headers.etag, undefined)
  }
  t.notMatch((await app.inject('/abonnieren')).body, 'anna')
})
