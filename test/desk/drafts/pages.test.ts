import { readFile } from 'node:fs/promises'
import t from 'tap'
import { packagePath } from '../../../src/platform/package-path.js'
import { approve } from '../../../src/issue/approval/approve-content.js'
import { content, demoText, issue, parts } from '../../issue/sample.js'
import { copyIssues } from '../../support/issues.js'
import { checkFrame } from '../../support/page-frame.js'
import { testService } from '../../support/service.js'
import { atDesk, filled, follow, seen, writing } from './writing.js'

t.test('a draft is written by forms alone, and each says what it did', async t => {
  const { kim, path, blocks } = await writing(t)
  const [a = '', b = ''] = await blocks()
  const saved = await follow(kim, await kim.post(`${path}/bloecke/${a}`, {
    base: '1', headline: 'Der Brief', body: '**Gut** so.', 'link.url': 'https://beispiel.de', 'picture.alt': ''
  }))
  t.match(seen(saved), /Artikel ‚Der Brief‘ ist gespeichert, 10:00 Uhr\./)
  t.match(saved, /<textarea[^>]*>\n\*\*Gut\*\* so\.<\/textarea>\s*<template><p><strong>Gut<\/strong> so\.<\/p>/)
  t.match(saved, /value="https:\/\/beispiel\.de"/)

  const moved = await follow(kim, await kim.post(`${path}/bloecke/${a}/verschieben`, { to: 'down' }))
  t.match(seen(moved), /Artikel ‚Der Brief‘ ist jetzt an Stelle 2 von 2\./)
  t.match(moved, new RegExp(`${a}/verschieben"><button[^>]*value="up" autofocus`), 'down has no use here')
  t.same(await blocks(), [b, a])

  const copied = await follow(kim, await kim.post(`${path}/bloecke/${a}/duplizieren`))
  t.match(seen(copied), /Die Kopie Artikel ‚Der Brief‘ steht an Stelle 3 von 3/)
  const removed = await follow(kim, await kim.post(`${path}/bloecke/${a}/entfernen`))
  t.match(seen(removed), /Artikel ‚Der Brief‘ ist entfernt\..*Rückgängig machen/)
  const undo = /action="([^"]+zurueckholen)"/.exec(removed)?.[1] ?? ''
  t.match(seen(await follow(kim, await kim.post(undo))), /ist wieder da, an Stelle 2 von 3/)

  const typed = { base: '1', title: 'Netze', preheader: 'Worum es geht.' }
  const head = await follow(kim, await kim.post(`${path}/kopf`, typed))
  t.match(seen(head), /Der Kopf der Ausgabe ist gespeichert.*Integrationsbrief 1: Netze Worum es geht\./)
  checkFrame(t, 'the draft', head)
})

t.test('rows come and go by buttons that save as well', async t => {
  const { kim, path, blocks } = await writing(t, 0)
  await kim.post(`${path}/bloecke`, { kind: 'event' })
  const [event = ''] = await blocks()
  const two = await follow(kim, await kim.post(`${path}/bloecke/${event}`, {
    base: '1', title: 'Konferenz', 'dates.0.start': '2027-06-08', 'dates.0.start.time': '09:30', add: 'dates'
  }))
  t.match(two, /name="dates\.0\.start" type="date" value="2027-06-08"/)
  t.match(two, /name="dates\.0\.start\.time" type="time" value="09:30"/)
  t.match(two, /name="dates\.1\.place"/)
  const one = await follow(kim, await kim.post(`${path}/bloecke/${event}`, {
    base: '2', title: 'Konferenz', 'dates.0.start': '2027-06-08', 'dates.1.place': 'Kassel', remove: 'dates.0'
  }))
  t.match(one, /name="dates\.0\.place"[^>]*value="Kassel"/)
  t.notMatch(one, /dates\.1/)
})

t.test('two people in one block meet on a page that shows both texts, and choose', async t => {
  const { kim, path, blocks, ...service } = await writing(t, 1)
  const alex = await atDesk(service, { name: 'Alex' })
  const [block = ''] = await blocks()
  await kim.post(`${path}/bloecke/${block}`, { base: '1', headline: 'Titel', body: 'Kims Text' })
  const conflict = await alex.post(`${path}/bloecke/${block}`, { base: '1', headline: 'Titel', body: 'Alex Text' })
  const page = await follow(alex, conflict)
  checkFrame(t, 'the conflict', page)
  t.match(seen(page), /Text im Entwurf behalten \(Kim\).*Text daneben nehmen \(Alex\)/)
  t.match(seen(page), /Text \[weg: Kims \]\s*\[neu: Alex \]\s*Text/)
  t.match(seen((await kim.get(path)).payload), /Hier hat Alex am .* gleichzeitig geschrieben/)

  const where = String(conflict.headers.location)
  await alex.post(where, { base: '2', choice: 'both', headline: 'Titel', body: 'Kims und Alex Text' })
  t.match(seen((await kim.get(path)).payload), /Kims und Alex Text/)
  t.notMatch(seen((await kim.get(path)).payload), /gleichzeitig geschrieben/)
  t.match(seen((await kim.get(`${path}/fassungen`)).payload), /Aufgehobene Texte/)
})

t.test('a script is told the next version, or both texts', async t => {
  const { kim, path, blocks, clock } = await writing(t, 1)
  const [block = ''] = await blocks()
  const fields = { headline: 'Titel', body: 'eins' }
  const saved = await kim.send(`${path}/bloecke/${block}`, { base: 1, fields })
  t.same(saved.json(), { version: 2, savedAt: clock.now().toISOString() })
  t.same((await kim.send(`${path}/bloecke/${block}`, { base: 1, fields })).json(), saved.json(), 'again')
  const conflict = await kim.send(`${path}/bloecke/${block}`, { base: 1, fields: { headline: 'Titel', body: 'zwei' } })
  t.equal(conflict.statusCode, 409)
  t.match(conflict.json(), {
    kept: /-/, mine: { body: 'zwei' }, theirs: { fields: { body: 'eins' }, version: 2, by: 'Kim' }
  })
  const other = `${path}/andere/${String(conflict.json().kept)}`
  const both = { choice: 'both', base: 2, fields: { body: 'eins und zwei' } }
  t.match((await kim.send(other, both)).json(), { version: 3 })
  t.same((await kim.send(other, { choice: 'theirs' })).json(), { decided: false }, 'it was decided before')
  t.equal((await kim.send(other, { choice: 'neither' })).statusCode, 400)
  t.equal((await kim.send(`${path}/bloecke/${block}`, { fields })).statusCode, 400)
  const novel = { base: 2, fields: { body: 'x'.repeat(310_000) } }
  t.equal((await kim.send(`${path}/bloecke/${block}`, novel)).statusCode, 413)
  await kim.post(`${path}/bloecke/${block}/entfernen`)
  t.match((await kim.send(`${path}/bloecke/${block}`, { base: 2, fields: { body: 'drei' } })).json(), { kept: /-/ })
  t.match((await kim.send(`${path}/anwesenheit`, { block })).json(), { present: [] })
})

t.test('what cannot be saved stays in the fields', async t => {
  const { kim, path, blocks } = await writing(t, 1)
  const [block = ''] = await blocks()
  const novel = { base: '1', headline: 'Bleibt stehen', body: 'x'.repeat(310_000) }
  const long = await kim.post(`${path}/bloecke/${block}`, novel)
  t.equal(long.statusCode, 422)
  t.match(long.payload, /value="Bleibt stehen"/)
  t.match(seen(long.payload), /Der Text ist zu lang/)
  await kim.post(`${path}/bloecke/${block}/entfernen`)
  const gone = await kim.post(`${path}/bloecke/${block}`, { base: '1', headline: 'Auch das', body: 'bleibt.' })
  t.equal(gone.statusCode, 410)
  t.match(seen(gone.payload), /Auch das bleibt\./)
})

t.test('a picture and a file come with the form of their block', async t => {
  const { kim, path, blocks } = await writing(t, 1)
  const [article = ''] = await blocks()
  const form = filled({ base: '1', headline: 'Mit Bild', 'picture.alt': 'Ein Netz' })
  const png = await readFile(packagePath('templates', 'demo', 'bilder', 'netz.png'))
  form.set('picture.file', new Blob([new Uint8Array(png)]), 'netz.png')
  const shown = await follow(kim, await kim.upload(`${path}/bloecke/${article}`, form))
  t.match(shown, /<img class="draft-picture" src="\/bilder\/[0-9a-f]{64}\.png"/)
  t.match(shown, /name="picture\.alt"[^>]*value="Ein Netz"/)

  for (const [, name = '', value = ''] of shown.matchAll(/type="hidden" name="(picture\.\w+)" value="([^"]*)"/g)) {
    form.set(name, value)
  }
  form.set('base', '2')
  form.set('headline', 'Wird trotzdem gespeichert')
  form.set('picture.file', new Blob(['kein Bild']), 'liste.png')
  const refused = await kim.upload(`${path}/bloecke/${article}`, form)
  t.equal(refused.statusCode, 422)
  t.match(seen(refused.payload), /„liste\.png“ ist kein Bild/)
  t.match(refused.payload, /value="Wird trotzdem gespeichert"/)
  t.match(refused.payload, /class="draft-picture"/)

  await kim.post(`${path}/bloecke`, { kind: 'downloads', after: '1' })
  const [, downloads = ''] = await blocks()
  const files = filled({ base: '1', 'files.0.label': 'Programm', 'files.0.url': '' })
  files.set('files.0.file', new Blob(['%PDF-1.7\n%%EOF']), 'programm.pdf')
  const listed = await follow(kim, await kim.upload(`${path}/bloecke/${downloads}`, files))
  t.match(listed, /name="files\.0\.url"[^>]*value="https:\/\/[^"]+\/dateien\/[0-9a-f]{64}\.pdf"/)
  t.match(listed, /name="files\.0\.type"[^>]*value="PDF"/)
  t.match(listed, /name="files\.0\.size"[^>]*value="14"/)
})

t.test('issues are imported, exported, deleted and brought back by forms', async t => {
  const service = await testService(t)
  const kim = await atDesk(service)
  t.match(seen((await kim.get('/redaktion')).payload), /Zurzeit ist nichts in Arbeit/)
  const form = new FormData()
  form.append('files', new Blob([demoText()]), 'ausgabe.yaml')
  const refused = await kim.upload('/redaktion/entwuerfe/import', form)
  t.equal(refused.statusCode, 422)
  t.match(seen(refused.payload), /bilder\/netz\.png“ wurde nicht gefunden/)

  const example = await kim.post('/redaktion/entwuerfe/beispiel')
  t.match(seen(await follow(kim, example)), /Die Ausgabe ist importiert/)
  const path = String(example.headers.location).replace(/\?.*/, '')
  const exported = await kim.get(`${path}/export`)
  t.match(exported.headers, {
    'content-type': 'application/zip', 'content-disposition': /attachment; filename="wie-aus/
  })
  const again = new FormData()
  again.append('files', new Blob([new Uint8Array(exported.rawPayload)]), 'export.zip')
  t.equal((await kim.upload('/redaktion/entwuerfe/import', again)).statusCode, 303)

  const deleted = await kim.post(`${path}/loeschen`)
  t.match(seen(await follow(kim, deleted)), /ist gelöscht.*30 Tage.*Rückgängig machen/)
  t.equal((await kim.get(path)).statusCode, 404)
  const list = seen((await kim.get('/redaktion/entwuerfe/geloescht')).payload)
  t.match(list, /gelöscht von Kim .*noch da bis zum 1\. April 2026/)
  await kim.post(`${path}/zurueckholen`)
  t.equal((await kim.get(path)).statusCode, 200)
})

t.test('older issues follow page by page', async t => {
  const { pool, clock, ...service } = await testService(t)
  const number = await approve({ ...parts, pool, clock }, {
    content: content(issue()), pictures: [], approver: 'Eva Muster'
  })
  await copyIssues({ pool }, { number, copies: 59 })
  const kim = await atDesk({ pool, clock, ...service })
  const numbers = (page: string): number[] => [...page.matchAll(/>(\d+): /g)].map(match => Number(match[1]))
  const first = (await kim.get('/redaktion')).payload
  t.same(numbers(first), Array.from({ length: 50 }, (_, index) => 60 - index))
  t.match(seen(first), 'Zurzeit ist nichts in Arbeit.')
  const [, link = ''] = /<a href="([^"]+)">Ältere Ausgaben</.exec(first) ?? []
  const second = (await kim.get(link)).payload
  t.same(numbers(second), [10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  t.notMatch(second, 'Ältere Ausgaben')
  t.match(seen(second), 'Zurück zu den Entwürfen und neuesten Ausgaben')
  t.notMatch(seen(second), 'in Arbeit')
  t.match(seen((await kim.get('/redaktion?vor=1')).payload), 'Ältere Ausgaben gibt es nicht.')
  t.same(numbers((await kim.get('/redaktion?vor=gestern')).payload), numbers(first))
})

t.test('comments and versions are made, compared and restored by forms', async t => {
  const { kim, path, blocks } = await writing(t, 1)
  const [block = ''] = await blocks()
  const commented = await follow(kim, await kim.post(`${path}/kommentare`, { block, text: 'Stimmt das?' }))
  t.match(seen(commented), /\(1 offen\) Stimmt das\? Kim,/)
  t.equal((await kim.post(`${path}/kommentare`, { text: ' ' })).statusCode, 422)
  const comment = /kommentare\/([0-9a-f-]{36})\/erledigt/.exec((await kim.get(path)).payload)?.[1] ?? ''
  const resolved = await follow(kim, await kim.post(`${path}/kommentare/${comment}/erledigt`))
  t.match(seen(resolved), /Der Kommentar ist erledigt/)

  t.equal((await kim.post(`${path}/fassungen`, { name: ' ' })).statusCode, 422)
  t.match(seen(await follow(kim, await kim.post(`${path}/fassungen`, { name: 'Leer' }))), /Fassung 1: „Leer“/)
  await kim.post(`${path}/bloecke/${block}`, { base: '1', headline: 'Titel', body: 'Ein Satz.' })
  const compared = (await kim.get(`${path}/fassungen/1`)).payload
  checkFrame(t, 'the version', compared)
  t.match(seen(compared), /Artikel ‚Titel‘, geändert.*Text \[neu: Ein Satz\./)
  const restored = await follow(kim, await kim.post(`${path}/fassungen/1/wiederherstellen`))
  t.match(seen(restored), /wiederhergestellt/)
  t.match(seen((await kim.get(`${path}/fassungen/2?mit=3`)).payload), /Verglichen mit Fassung 3/)
  t.equal((await kim.get(`${path}/fassungen/9`)).statusCode, 404)
})

t.test('who may not write can read and comment, and changes nothing', async t => {
  const { kim, path, blocks, ...service } = await writing(t, 1)
  const approver = await atDesk(service, { name: 'Robin', roles: ['approve'] })
  const [block = ''] = await blocks()
  const page = await approver.get(path)
  t.equal(page.statusCode, 200)
  t.notMatch(page.payload, /Speichern|verschieben|loeschen/)
  for (const [where, fields] of Object.entries({
    [`bloecke/${block}`]: { base: '1', headline: 'x' },
    kopf: { base: '1', title: 'x' },
    bloecke: { kind: 'article' },
    [`bloecke/${block}/entfernen`]: {},
    loeschen: {},
    fassungen: { name: 'x' }
  })) t.equal((await approver.post(`${path}/${where}`, fields)).statusCode, 403, where)
  t.equal((await approver.post(`${path}/kommentare`, { text: 'Gut so.' })).statusCode, 303)
  t.same(await blocks(), [block])
})

t.test('addresses of drafts and blocks that are not there are answered with 404, never with a fault', async t => {
  const { kim, path } = await writing(t, 0)
  const other = '00000000-0000-4000-8000-000000000000'
  const drafts = '/redaktion/entwuerfe'
  for (const url of [`${drafts}/${other}`, `${path}/andere/${other}`, `${drafts}/${other}/export`]) {
    t.equal((await kim.get(url)).statusCode, 404, url)
  }
  t.equal((await kim.post(`${path}/bloecke/${other}`, { base: '1' })).statusCode, 404)
  t.equal((await kim.post(`${path}/bloecke`, { kind: 'banner' })).statusCode, 400)
  t.equal((await kim.get('/redaktion/entwuerfe/x')).statusCode, 404)
})
