import t from 'tap'
import { approve } from '../../../src/issue/approval/approve-content.js'
import { parseContent } from '../../../src/issue/content/content.js'
import { draftInput, readDraft } from '../../../src/issue/draft/read-draft.js'
import { mailHash } from '../../../src/issue/approval/mail-hash.js'
import { createTemplates } from '../../../src/platform/templates.js'
import { de } from '../../../src/texts/de.js'
import { follow, seen, writing } from './writing.js'
import { steadyHouse } from '../../support/house.js'

t.test('the preview is the mail that an approval would freeze, under the same hash', async t => {
  const { kim, pool, clock, config } = await writing(t, 0)
  const imported = await kim.post('/redaktion/entwuerfe/beispiel')
  const path = String(imported.headers.location).replace(/\?.*/, '')
  const page = (await kim.get(`${path}/vorschau`)).payload
  const hash = /<code class="hash">([0-9a-f]{64})<\/code>/.exec(page)?.[1]
  const draft = await readDraft({ pool }, path.split('/').at(-1) ?? '')
  const read = parseContent(draft === null ? null : draftInput(draft))
  if (!read.ok) throw new Error('the demo issue is not whole')
  const { newsletter: { publisher, publicUrl } } = config
  const number = await approve({ pool, clock, fill: createTemplates(de), house: steadyHouse(publisher), publicUrl }, {
    content: read.content, pictures: [], approver: 'Eva Muster'
  })
  const { rows: [edition] } = await pool.query(
    'select subject, html, body as text from edition where issue_number = $1', [number])
  t.equal(hash, mailHash(edition))
  t.match(seen(page), /Nichts verhindert die Freigabe\.|Wir haben nichts gefunden\./)
})

t.test('findings speak to somebody who fills in a form', async t => {
  const { kim, path, blocks } = await writing(t, 1)
  const [block = ''] = await blocks()
  const body = `Er sagte: „Wir ${'haben sehr oft '.repeat(12)}gelernt.“`
  const typed = { base: '1', headline: 'Netze', body }
  const page = seen(await follow(kim, await kim.post(`${path}/bloecke/${block}`, typed)))
  t.notMatch(page, /Alternativtext \(freiwillig\)/, 'a picture needs one, or says that it is decorative')
  const preview = seen((await kim.get(`${path}/vorschau`)).payload)
  t.match(preview, /Der Vorspann fehlt\./)
  t.match(preview, /Das Datum fehlt\. /)
  t.notMatch(preview, /preheader|JJJJ/)
  t.match(preview, /Der Satz „Er sagte: ‚Wir (?:(?:haben|sehr|oft) )+(?:haben|sehr|oft)…“ hat/, 'cut between words')
})

t.test('a deadline before the day of the issue is told while there is time', async t => {
  const { kim, path, blocks } = await writing(t, 0)
  await kim.post(`${path}/bloecke`, { kind: 'funding_call' })
  const [call = ''] = await blocks()
  const typed = { base: '1', title: 'Geld', amount: '5000', who: 'Alle', deadline: '2027-02-28' }
  await kim.post(`${path}/bloecke/${call}`, typed)
  const over = /Die Frist ist vorbei, wenn die Ausgabe versandt wird/
  t.notMatch(seen((await kim.get(`${path}/vorschau`)).payload), over)
  await kim.post(`${path}/kopf`, { base: '1', title: 'Netze', date: '2027-03-04' })
  t.match(seen((await kim.get(`${path}/vorschau`)).payload), over)
})

t.test('the frame of the preview can run nothing and load nothing from elsewhere', async t => {
  const { kim, path } = await writing(t, 1)
  for (const view of ['desktop', 'dark', 'no-pictures']) {
    const { headers } = await kim.get(`${path}/vorschau/mail?ansicht=${view}`)
    const policy = String(headers['content-security-policy'])
    t.match(policy, /^default-src 'none';.*; sandbox$/)
    t.notMatch(policy, /script-src|allow-|http/)
    t.match(policy, view === 'no-pictures' ? "img-src 'none'" : "img-src 'self'")
    t.equal(headers['x-frame-options'], 'SAMEORIGIN')
  }
  t.match((await kim.get(`${path}/vorschau`)).payload, /<iframe[^>]* sandbox>/)
})

t.test('the frame of the check in the browser runs one script of ours, named whole, and no other', async t => {
  const { kim, path, config: { newsletter: { publicUrl } }, app } = await writing(t, 1)
  const checked = `${path}/vorschau/browserpruefung`
  for (const query of ['was=mail&farben=hell', 'was=seite&farben=dunkel']) {
    const { headers, payload } = await kim.get(`${checked}?${query}`)
    const [, script = ''] = /<script src="([^"]+)" data-subject="(?:mail|page)"><\/script><\/body>/.exec(payload) ?? []
    t.equal(headers['content-security-policy'], `default-src 'none'; script-src ${script}; ` +
      "style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; sandbox allow-scripts")
    t.equal(headers['x-frame-options'], 'SAMEORIGIN')
    t.equal(payload.match(/<script/g)?.length, 1)
    t.notMatch(payload, /<link|prefers-color-scheme/, 'all styles are within, in the colours that were asked for')
    const asset = await app.inject({ url: script.slice(publicUrl.length) })
    t.match(asset.headers, { 'cross-origin-resource-policy': 'cross-origin', 'content-type': /javascript/ })
    t.match(asset.payload, /axe-core|Mozilla Public License/i, 'the licence goes with it')
  }
  for (const query of ['', '?was=alles&farben=hell']) t.equal((await kim.get(`${checked}${query}`)).statusCode, 400)
  t.equal((await app.inject({ url: `${checked}?was=mail&farben=hell` })).statusCode, 303, 'only who is signed in')
  const page = await kim.get(`${path}/vorschau`)
  t.notMatch(String(page.headers['content-security-policy']), /sandbox|unsafe/)
})

t.test('every view shows the mail its own way, and each can be reached', async t => {
  const { kim, path, blocks } = await writing(t, 1)
  const [block = ''] = await blocks()
  await kim.post(`${path}/bloecke/${block}`, { base: '1', headline: 'Der Brief', body: '- Erstens\n- Zweitens' })
  const mail = async (view: string): Promise<string> =>
    (await kim.get(`${path}/vorschau/mail?ansicht=${view}`)).payload
  t.match(await mail('desktop'), /@media not all/)
  t.match(await mail('dark'), /@media all/)
  t.match(await mail('inverted'), /filter:invert\(1\)/)
  const spoken = seen((await kim.get(`${path}/vorschau?ansicht=aloud`)).payload)
  t.match(spoken, /Überschrift 2: Der Brief .*Liste mit 2 Einträgen Eintrag: Erstens Eintrag: Zweitens/)
  t.match(spoken, /\[Link: .*abmelden\]/)
  t.match(seen((await kim.get(`${path}/vorschau?ansicht=text`)).payload), /DER BRIEF|Der Brief/)
  const page = (await kim.get(`${path}/vorschau?ansicht=unbekannt`)).payload
  for (const view of ['desktop', 'phone', 'dark', 'inverted', 'no-pictures', 'text', 'aloud']) {
    t.ok(page.includes(`?ansicht=${view}#ansicht`), view)
  }
})

t.test('what is unfinished is left out and named, and there is no hash', async t => {
  const { kim, path, blocks } = await writing(t, 2)
  const [block = ''] = await blocks()
  await kim.post(`${path}/bloecke/${block}`, { base: '1', headline: 'Fertig', body: 'Text.' })
  const page = seen((await kim.get(`${path}/vorschau`)).payload)
  t.match(page, /Noch nicht fertig und deshalb hier nicht zu sehen: Artikel/)
  t.match(page, /Eine Prüfsumme gibt es, sobald alle Blöcke fertig sind/)
  t.match(page, /verhindern die Freigabe/)
})

t.test('a draft without anything can be looked at', async t => {
  const { kim, path } = await writing(t, 0)
  t.equal((await kim.get(`${path}/vorschau`)).statusCode, 200)
  t.equal((await kim.get(`${path}/vorschau/mail`)).statusCode, 200)
})

t.test('saving and looking is one request', async t => {
  const { kim, path, blocks } = await writing(t, 1)
  const [block = ''] = await blocks()
  const answer = await kim.post(`${path}/bloecke/${block}`, {
    base: '1', headline: 'Ganz neu', body: 'Text.', danach: 'vorschau'
  })
  t.equal(answer.headers.location, `${path}/vorschau`)
  t.match((await kim.get(`${path}/vorschau/mail`)).payload, /Ganz neu/)
  const head = await kim.post(`${path}/kopf`, { base: '1', title: 'Kopf', danach: 'vorschau' })
  t.match(seen(await follow(kim, head)), /Vorschau und Prüfung Kopf/)
})

t.test('a finding leads to its field, and its button repairs it', async t => {
  const { kim, path, blocks } = await writing(t, 1)
  const [block = ''] = await blocks()
  await kim.post(`${path}/bloecke/${block}`, { base: '1', headline: 'Ein Brief.', body: 'Text.' })
  const page = (await kim.get(`${path}/vorschau`)).payload
  t.match(page, new RegExp(`href="${path}#b1-headline"`))
  t.match((await kim.get(path)).payload, /id="b1-headline"/)
  const key = /name="finding" value="(heading-punctuation\/[^"]+)"/.exec(page)?.[1] ?? ''
  t.match(seen(await follow(kim, await kim.post(`${path}/beheben`, { finding: key }))), /Die Stelle ist behoben/)
  t.match((await kim.get(path)).payload, /value="Ein Brief"/)
  const again = await follow(kim, await kim.post(`${path}/beheben`, { finding: key }))
  t.match(seen(again), /inzwischen geändert/, 'the form posted twice')
})
