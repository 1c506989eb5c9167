import t from 'tap'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { BUTTON, changeFrames, FRAMES, previewOf, SCRIPT, status, type Preview } from './support/browser-check.js'
import { axeFindings } from './support/page-check.js'
import { readerService } from './support/reader-service.js'

// The check of a draft's mail and page by axe, at the press of a button.

const service = await readerService(t)
const { origin } = service
const browser = await launchBrowser(t)
const context = await browser.newContext({ locale: 'de-DE' })
const value = await sessionOf(service, (await addEditor(service)).id)
await context.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])

/** The preview of the demo issue as a draft. */
async function preview (): Promise<Preview> {
  const page = await context.newPage()
  await page.goto(`${origin}/redaktion/entwuerfe/neu`)
  await page.getByRole('button', { name: 'Beispiel als Entwurf laden' }).click()
  await page.waitForURL(/entwuerfe\/[0-9a-f-]{36}/)
  return await previewOf(page)
}

t.test('the demo issue has no barrier in the browser; its mail and page are checked in light and dark', async t => {
  const { page, pressed, findings } = await preview()
  const asked: string[] = []
  page.on('request', request => { asked.push(request.url()) })
  await page.reload({ waitUntil: 'networkidle' })
  t.same(asked.filter(url => /check-|browserpruefung/.test(url)), [], 'nothing of it is loaded before the press')
  await pressed()
  t.equal(await status(page), 'Die Prüfung im Browser hat nichts gefunden.')
  t.same(await findings(), [])
  t.same(asked.flatMap(url => /browserpruefung\?(.*)/.exec(url)?.[1] ?? []), [
    'was=mail&farben=hell', 'was=mail&farben=dunkel', 'was=seite&farben=hell', 'was=seite&farben=dunkel'
  ])
  t.equal(await page.locator('.checked-frame').count(), 0)
  await page.close()
})

/** In which block of the draft a finding leads, by its heading. */
async function blockBehind ({ page, path }: Preview, finding: string): Promise<string> {
  const link = page.locator('[data-browser-check] .findings a', { hasText: finding })
  const href = await link.getAttribute('href') ?? ''
  t.ok(href.startsWith(`${origin}${path}#block-`), href)
  await link.click()
  return await page.locator(`#${new URL(page.url()).hash.slice(1)}`).getByRole('heading').first().innerText()
}

t.test('a contrast that fails in the dark mail alone is told with its block, and leads there', async t => {
  const shown = await preview()
  const pale = '<style>.sheet.quotation blockquote p { color: #2f55b5 !important }</style>'
  await changeFrames(shown.page, html => html.replace('</head>', `${pale}</head>`), '**/*was=mail&farben=dunkel')
  await shown.pressed()
  t.equal(await status(shown.page), 'Die Prüfung im Browser hat eine Sache gefunden.')
  const [finding = ''] = await shown.findings()
  t.match(finding, /^Zitat .* · 1 Stelle · Mail dunkel\n/)
  const own = (await axeFindings(shown.page)).filter(finding => !finding.startsWith('frame-tested'))
  t.same(own, [], 'the page is accessible with a finding on it')
  t.match(finding, /Elemente müssen einen ausreichenden Farbkontrast haben\.\n+Zum Beispiel: „„/)
  t.match(await blockBehind(shown, 'Farbkontrast'), /Zitat/)
  await shown.page.close()
})

t.test('what mail and page have in common is told once, however many places there are', async t => {
  const shown = await preview()
  await changeFrames(shown.page, html => html.replace(/<h3(.*?)<\/h3>/, '<h5$1</h5>'))
  await shown.pressed()
  const findings = await shown.findings()
  t.equal(findings.length, 1, findings.join('\n'))
  t.match(findings[0], /Artikel .* · Mail hell, Mail dunkel, Seite hell, Seite dunkel\nÜberschriftenebenen sollten/)
  await shown.page.close()
})

t.test('a mail needs no title and no landmarks of its own, a page does', async t => {
  const shown = await preview()
  await changeFrames(shown.page, html => html
    .replace(/<title>.*?<\/title>/, '').replaceAll('role="main"', '').replace('<main ', '<div '))
  await shown.pressed()
  const findings = await shown.findings()
  t.ok(findings.length > 0)
  t.same(findings.filter(finding => !/· \d+ Stellen? · Seite hell, Seite dunkel\n/.test(finding)), [])
  await shown.page.close()
})

t.test('every block of mail and page can be told from the others', async t => {
  const { page, path } = await preview()
  const blocks = await page.locator('[data-blocks-shown] a').count()
  for (const what of ['mail', 'seite']) {
    const html = await page.evaluate<string>(
      `fetch('${path}/vorschau/browserpruefung?was=${what}&farben=hell').then(answer => answer.text())`)
    const count = await page.evaluate<number>(`new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')
      .querySelectorAll('.sheet.paper, .sheet.quotation, .issue__block').length`)
    t.equal(count, blocks, what)
  }
  await page.close()
})

t.test('in the frame nothing runs but the one script, whatever stands in its document', async t => {
  const { page, pressed, findings } = await preview()
  const said: string[] = []
  page.on('console', message => { said.push(message.text()) })
  const own = await page.locator('script[type="module"]').getAttribute('src')
  const report = "{findings:[{rule:'list',certain:true,block:null,count:1,excerpt:'Ich lief.'}]}"
  const send = `parent.postMessage(${report},'*')`
  await changeFrames(page, html => html.replace('</body>', `
    <script>${send}</script>
    <img src="/nirgends" alt="Bild" onerror="${send.replaceAll('"', '&quot;')}">
    <script type="module" src="${origin}${own}"></script>
    <script src="${origin}/redaktion"></script>
    <script src="data:text/javascript,${encodeURIComponent(send)}"></script></body>`))
  await pressed()
  t.same((await findings()).filter(text => text.includes('Ich lief.')), [])
  t.ok(said.filter(text => text.includes('Content Security Policy')).length >= 4, said.join('\n'))
  await page.close()
})

t.test('hostile texts of a draft are shown as text and run nothing', async t => {
  const page = await context.newPage()
  const hostile = '</title></style><script>parent.postMessage(1,"*")</script><img src=x onerror=alert(1)>'
  await page.goto(`${origin}/redaktion/entwuerfe/neu`)
  await page.getByLabel('Titel').fill(hostile)
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
  await page.getByLabel('Art des Blocks').selectOption('Zitat')
  await page.getByRole('button', { name: 'Block hinzufügen' }).click()
  const block = page.locator('[data-block]')
  const fields = block.locator('form[data-save] :is(input[type="text"], textarea)')
  for (const field of await fields.all()) await field.fill(hostile)
  await block.getByRole('button', { name: /^Speichern: / }).click()
  await page.waitForURL(/getan=saved/)
  const shown = await previewOf(page)
  const dialogs: string[] = []
  page.on('dialog', dialog => { dialogs.push(dialog.message()) })
  await changeFrames(page, html => {
    t.equal(html.match(/<script/g)?.length, 1, 'ours alone')
    // What the head tells others about the page is text between quotation marks.
    t.notMatch(html.replace(/<meta [a-z:=_" ]+content="[^"]*">/g, ''), /<[^>]*\sonerror=/)
    return html
  })
  await shown.pressed()
  t.match(await status(page), /gefunden/)
  t.same(dialogs, [])
  t.equal(await page.locator('[data-browser-check] :is(script, img)').count(), 0)
  await page.close()
})

const REPORT = { findings: [{ rule: 'list', certain: true, block: null, count: 1, excerpt: '<b>Fremd</b>' }] }

t.test('a report that comes from another window is ignored', async t => {
  const { page, pressed, findings } = await preview()
  await page.route(FRAMES, async route => {
    // While the frame is awaited, the page itself and a frame of another origin send reports.
    await page.evaluate(`new Promise(resolve => {
      const report = ${JSON.stringify(REPORT)}
      postMessage(report, '*')
      addEventListener('message', ({ data }) => { if (data === 'sent') resolve() })
      const other = document.createElement('iframe')
      other.setAttribute('sandbox', 'allow-scripts')
      document.body.append(other)
      // A message in the name of the other frame: its window is the source.
      dispatchEvent(new MessageEvent('message', { data: report, origin: 'null', source: other.contentWindow }))
      dispatchEvent(new MessageEvent('message', { data: report, origin: 'null' }))
      postMessage('sent', '*')
    })`)
    await route.continue()
  })
  await pressed()
  t.same(await findings(), [])
  t.equal(await status(page), 'Die Prüfung im Browser hat nichts gefunden.')
  await page.close()
})

t.test('a message in another shape, or too large a one, changes nothing; a report in its own does', async t => {
  const { page, pressed, findings } = await preview()
  const finding = { ...REPORT.findings[0], excerpt: 'Schlecht.' }
  const bad = [
    null, 1, 'text', [], {}, { findings: null }, { findings: {} }, { findings: [null] }, { findings: [{}] },
    { findings: Array.from({ length: 201 }, () => finding) },
    ...[
      { rule: 7 }, { rule: '<b>' }, { rule: 'a'.repeat(61) }, { certain: 1 },
      { block: -1 }, { block: 0.5 }, { block: '0' }, { block: 101 },
      { count: 0 }, { count: 1e9 }, { count: '1' }, { excerpt: 'a'.repeat(121) }, { excerpt: { html: '' } }
    ].map(change => ({ findings: [{ ...finding, ...change }] }))
  ]
  await page.route(SCRIPT, async route => {
    const response = await route.fetch()
    await route.fulfill({
      response,
      body: `
      for (const message of ${JSON.stringify(bad)}) parent.postMessage(message, '*')
      parent.postMessage(${JSON.stringify(REPORT)}, '*')`
    })
  })
  await pressed()
  const told = await findings()
  t.equal(told.length, 1, told.join('\n'))
  t.match(told[0], /Außerhalb der Blöcke · 1 Stelle · .*\n.*\n+Zum Beispiel: „<b>Fremd<\/b>“/)
  t.equal(await page.locator('[data-browser-check] b').count(), 0)
  await page.close()
})

t.test('when a part cannot be loaded, the page says so, and the check can be started again', async t => {
  const { page, pressed } = await preview()
  await page.route('**/script/check-*.js', async route => await route.abort(), { times: 1 })
  await pressed()
  t.match(await status(page), /nicht zu Ende gekommen/)
  await page.close()
})

t.test('without script there is no button, and a sentence says what helps instead', async t => {
  const { page } = await preview()
  const still = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() })
  const other = await still.newPage()
  await other.goto(page.url())
  t.equal(await other.getByRole('button', { name: BUTTON }).count(), 0)
  t.ok(await other.getByText('Ohne JavaScript sehen Sie bitte').isVisible())
  t.notOk(await page.getByText('Ohne JavaScript sehen Sie bitte').isVisible())
  await still.close()
  await page.close()
})

t.end()
