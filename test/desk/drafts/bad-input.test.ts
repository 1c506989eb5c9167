import { zipSync } from 'fflate'
import t from 'tap'
import { addEditor, sessionOf } from '../../support/desk.js'
import { filled, seen, writing } from './writing.js'

const MULTIPART = 'multipart/form-data; boundary=b'

function part (disposition: string, text = 'x'): string {
  return `--b\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: text/plain\r\n\r\n${text}\r\n`
}

t.test('a body that no page of ours sends is refused or read, and never a fault', async t => {
  const service = await writing(t, 1)
  const { path, blocks, app } = service
  const [block = ''] = await blocks()
  const { id } = await addEditor(service)
  const headers = { cookie: `__Host-redaktion=${await sessionOf(service, id)}`, 'sec-fetch-site': 'same-origin' }
  const bodies: Array<[type: string, body: string]> = [
    ...['null', '[]', '5', '{"remove":5}', '{"read":5,"add":{"a":1}}', '{"base":{"a":1}}', '{"__proto__":{"a":1}}']
      .map((body): [string, string] => ['application/json', body]),
    ['multipart/form-data', 'headline=x'],
    ['multipart/form-data; boundary=', 'headline=x'],
    ['text/plain', 'headline=x'],
    [MULTIPART, ''],
    [MULTIPART, '--b\r\nContent-Disposition: form-data; name="headline"'],
    [MULTIPART, part('name="headline"')],
    [MULTIPART, `${part('filename="a.png"')}--b--\r\n`],
    [MULTIPART, `${part('name="__proto__.x"; filename="../../a\u202egpj.exe"')}--b--\r\n`],
    [MULTIPART, `${part('name="headline"; filename="a.png"')}--b--\r\n`],
    [MULTIPART, `${part(`name="${'n'.repeat(5_000)}"`)}--b--\r\n`]
  ]
  const paths = [
    `${path}/bloecke/${block}`, `${path}/kopf`, `${path}/bilder`, `${path}/dateien`, `${path}/fassungen`,
    `${path}/kommentare`, '/redaktion/entwuerfe', '/redaktion/entwuerfe/import', '/redaktion/gestaltet',
    '/redaktion/gestaltet/word', '/redaktion/konto/name', '/redaktion/anmelden'
  ]
  for (const url of paths) {
    for (const [type, payload] of bodies) {
      const answer = await app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': type }, payload })
      t.ok(answer.statusCode < 500, `${url}, ${type}, ${payload}`)
    }
  }
  t.equal(({} as Record<string, unknown>)['a'], undefined)
})

t.test('the head of a draft can be sent as a form that takes files', async t => {
  const { kim, path } = await writing(t, 0)
  await kim.upload(`${path}/kopf`, filled({ base: '1', title: 'Neuer Titel' }))
  t.match(seen((await kim.get(path)).payload), /Neuer Titel/)
})

t.test('numbers beyond what the database counts to are numbers of nothing', async t => {
  const { kim, path, blocks } = await writing(t, 1)
  const [block = ''] = await blocks()
  const far = 99_999_999_999
  for (const url of [`${path}/fassungen/${far}`, `${path}/fassungen/-${far}`]) {
    t.equal((await kim.get(url)).statusCode, 404, url)
  }
  t.equal((await kim.get(`${path}/fassungen/1?mit=${far}`)).statusCode, 400)
  t.equal((await kim.post(`${path}/fassungen/${far}/wiederherstellen`)).statusCode, 404)
  t.equal((await kim.post('/redaktion/entwuerfe/kopie', { issue: String(far) })).statusCode, 400)
  for (const where of [`bloecke/${block}`, 'kopf']) {
    const fields = { headline: 'Von weit her', title: 'Von weit her' }
    t.equal((await kim.send(`${path}/${where}`, { base: far, fields })).statusCode, 400, where)
    const answer = await kim.post(`${path}/${where}`, { base: String(far), ...fields })
    t.match(answer.headers.location, /\/andere\//, 'a form that names no version is a conflict, and its text is kept')
    const kept = String(answer.headers.location)
    t.equal((await kim.send(kept, { choice: 'mine', base: far })).statusCode, 400)
    t.match((await kim.post(kept, { choice: 'mine', base: String(far) })).headers.location, /\/andere\//)
  }
})

t.test('a title and the name of a version hold what can be stored', async t => {
  const { kim, path } = await writing(t, 0)
  t.equal((await kim.post('/redaktion/entwuerfe', { title: 'Ein\0s' })).statusCode, 303)
  t.match(seen((await kim.get('/redaktion')).payload), /Eins/)
  t.equal((await kim.post(`${path}/fassungen`, { name: 'Zw\0ei' })).statusCode, 303)
  t.match(seen((await kim.get(`${path}/fassungen`)).payload), /„Zwei“/)
})

t.test('a file for a row or a field that is not there is passed over, and the texts are saved', async t => {
  const { kim, path, blocks } = await writing(t, 0)
  await kim.post(`${path}/bloecke`, { kind: 'downloads' })
  const [block = ''] = await blocks()
  for (const [index, name] of ['files.4294967290', 'files.-1', 'files.length', 'title'].entries()) {
    const form = filled({ base: String(index + 1), title: name, 'files.0.label': `Bericht ${index}`, add: 'files' })
    form.append(name, new Blob(['%PDF-1.7 kurz']), 'a.pdf')
    await kim.upload(`${path}/bloecke/${block}`, form)
    const page = (await kim.get(path)).payload
    t.ok(page.includes(`value="Bericht ${index}"`) && page.includes(`value="${name}"`), name)
    t.notOk(/\/dateien\/[0-9a-f]{64}/.test(page), name)
  }
})

t.test('zips together unpack to no more than one alone may', async t => {
  const { kim } = await writing(t, 0)
  const zip = Buffer.from(zipSync({ 'leer.bin': new Uint8Array(60_000_000) }))
  const form = new FormData()
  for (const name of ['a.zip', 'b.zip']) form.append('datei', new Blob([zip]), name)
  const answer = await kim.upload('/redaktion/entwuerfe/import', form)
  t.equal(answer.statusCode, 422)
  t.match(seen(answer.payload), /mehr als 100 MB/)
})
