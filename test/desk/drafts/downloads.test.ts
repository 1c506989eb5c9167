import t, { type Test } from 'tap'
import { internetHere, startSite, type ForeignSite } from '../../support/foreign-site.js'
import { seen, writing, type DeskUser } from './writing.js'

interface Downloads { kim: DeskUser, path: string, block: string, site: ForeignSite, page: () => Promise<string> }

/** A draft with a block for downloads, and a website with files. */
async function downloads (t: Test): Promise<Downloads> {
  const site = await startSite(t, ({ url }, response) => {
    const isThere = url === '/bericht.pdf'
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/pdf', 'content-length': 1_240_000 }).end()
  })
  const { kim, path, blocks } = await writing(t, 0, { internet: internetHere })
  await kim.post(`${path}/bloecke`, { kind: 'downloads', after: '0' })
  const [id = ''] = await blocks()
  return { kim, path, block: `${path}/bloecke/${id}`, site, page: async () => (await kim.get(path)).payload }
}

const valueOf = (page: string, name: string): string | undefined =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}"[^>]* value="([^"]*)"`).exec(page)?.[1]

t.test('a button reads type and size from the address, and they can be corrected', async t => {
  const { kim, block, site, page } = await downloads(t)
  const row = { 'files.0.label': 'Bericht', 'files.0.url': site.url('/bericht.pdf') }
  t.match(await page(), /name="read" value="files\.0"/)
  const answer = await kim.post(block, { base: '1', ...row, read: 'files.0' })
  t.equal(answer.statusCode, 303)
  const read = await page()
  t.same(['type', 'size', 'label'].map(key => valueOf(read, `files.0.${key}`)), ['PDF', '1240000', 'Bericht'])
  await kim.post(block, { base: '2', ...row, 'files.0.type': 'Pdf', 'files.0.size': '7' })
  t.equal(valueOf(await page(), 'files.0.size'), '7')
  t.same(site.requests, ['HEAD /bericht.pdf'], 'a save alone reads nothing')
})

t.test('an address that tells nothing is told so, and nothing that was typed is lost', async t => {
  const { kim, block, site, page } = await downloads(t)
  const url = site.url('/weg.pdf')
  const typed = { 'files.0.label': 'Weg', 'files.0.url': url, 'files.0.type': 'PDF', 'files.0.size': '9' }
  const answer = await kim.post(block, { base: '1', ...typed, read: 'files.0' })
  t.equal(answer.statusCode, 422)
  t.match(seen(answer.payload), /Diese Datei gibt es nicht \(mehr\)\. Prüfen Sie die Adresse\./)
  for (const shown of [answer.payload, await page()]) {
    for (const [name, value] of Object.entries(typed)) t.equal(valueOf(shown, name), value, name)
  }
})

t.test('a button for a row that is not there saves and reads nothing', async t => {
  const { kim, block, site, page } = await downloads(t)
  for (const [base, read] of ['files.7', 'title', '__proto__.0', 'files.length'].entries()) {
    const answer = await kim.post(block, {
      base: String(base + 1), 'files.0.label': `Name ${base}`, 'files.0.url': site.url('/bericht.pdf'), read
    })
    t.equal(answer.statusCode, 303, read)
    t.equal(valueOf(await page(), 'files.0.label'), `Name ${base}`)
  }
  t.same(site.requests, [])
})

t.test('the script is told type and size, by whom may write', async t => {
  const { kim, path, site } = await downloads(t)
  const ask = async (who: DeskUser, url: unknown) => await who.send(`${path}/download`, { url })
  t.same((await ask(kim, site.url('/bericht.pdf'))).json(), { type: 'PDF', size: 1_240_000, message: null })
  t.match((await ask(kim, 'http://10.0.0.1/')).json(), { message: /nur in einem Hausnetz/ })
  t.equal((await ask(kim, 7)).statusCode, 400)
  t.equal((await ask(kim, 'x'.repeat(2_001))).statusCode, 400)
})
