import t from 'tap'
import { docx, paragraph, run } from '../issue/rich-text/docx-file.js'
import { scriptWeights, weightOf } from '../support/script-weight.js'
import { testService } from '../support/service.js'
import { atDesk } from './drafts/writing.js'

t.test('Markdown is shown to who writes, as the mail will show it', async t => {
  const service = await testService(t)
  const kim = await atDesk(service)
  const html = async (markdown: string): Promise<unknown> => {
    const answer = await kim.post('/redaktion/gestaltet', { markdown })
    t.equal(answer.headers['cache-control'], 'no-store')
    return (answer.json() as { html: unknown }).html
  }
  t.equal(await html('Ein **Wort**\n\n- a'), '<p>Ein <strong>Wort</strong></p>\n<ul>\n<li>a</li>\n</ul>')
  t.equal(await html('<script>alert(1)</script>'), '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')
  t.equal(await html(''), '')
  for (const markdown of [
    '`Code`', '---', '# a\n\n## b', '- - a', '-', '> > a', '- > a', '- # a', '[a <https://a.de>](https://b.de)',
    'a\\\nb\n==='
  ]) t.equal(await html(markdown), null, `the editor cannot hold ${markdown}`)

  t.equal((await kim.post('/redaktion/gestaltet', { markdown: 'a'.repeat(200_001) })).statusCode, 400)
  const approver = await atDesk(service, { name: 'Lee', roles: ['approve'] })
  t.equal((await approver.post('/redaktion/gestaltet', { markdown: 'a' })).statusCode, 403)
  t.equal((await service.app.inject({ method: 'POST', url: '/redaktion/gestaltet' })).statusCode, 403)
})

t.test('the text of a Word file is read, or a sentence says why not', async t => {
  const kim = await atDesk(await testService(t))
  const upload = async (bytes: Buffer): Promise<[number, unknown]> => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(bytes)]), 'Text.docx')
    const answer = await kim.upload('/redaktion/gestaltet/word', form)
    return [answer.statusCode, answer.json()]
  }
  t.same(await upload(docx(paragraph(run('Ein ') + run('Wort', '<w:b/>')))),
    [200, { html: '<p>Ein <strong>Wort</strong></p>', losses: [], hadTable: false }])
  t.match(await upload(Buffer.from('kein Word')), [422, { problem: /^Das ist keine Word-Datei\./ }])
  t.match(await upload(Buffer.alloc(0)), [422, { problem: /\.$/ }])
  const approver = await atDesk(await testService(t), { roles: ['approve'] })
  t.equal((await approver.upload('/redaktion/gestaltet/word', new FormData())).statusCode, 403)
})

t.test('the scripts of the desk are small, and what every page loads is smaller', async t => {
  const weights = scriptWeights()
  const { pages, onDemand } = weightOf(weights)
  t.ok(pages < 120_000, `${pages} bytes`)
  t.ok(onDemand > 0 && onDemand < 200_000, `${onDemand} bytes on demand`)
  const whole = weights.find(({ name }) => name === 'script/desk.js')
  t.ok((whole?.bytes ?? Infinity) < 3_000, `${whole?.bytes} bytes on every page`)
})
