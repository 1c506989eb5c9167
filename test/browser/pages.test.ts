import PostalMime from 'postal-mime'
import t from 'tap'
import { buildApp } from '../../src/app.js'
import { sendIssue } from '../../src/delivery/send-issue.js'
import { readIssueFile } from '../../src/issue/file/read-file.js'
import { packagePath } from '../../src/platform/package-path.js'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'
import { launchBrowser } from '../support/browser.js'
import { freePort } from '../../src/platform/free-port.js'
import { linkPath, receive } from '../support/service.js'
import { axeFindings, focusFaults, look, LOOKS, overflows, smallTargets } from './support/page-check.js'
import { readerService } from './support/reader-service.js'
import { steadyHouse } from '../support/house.js'

// Every page in every state, reached in the order of one reader's story, looked at in light and
// dark, narrow and wide. A state may need the one before it.

const service = await readerService(t)
const { catcher, clock, config, origin, pool } = service
const fill = createTemplates(de)
const browser = await launchBrowser(t)
const page = await browser.newPage()

/**
 * What the browser says of an answer's status, and of the frame of a mail, which is sandboxed into
 * an origin of its own.
 */
const EXPECTED = new RegExp([
  '^Failed to load resource: the server responded with a status of [45]\\d\\d',
  '^The page requested an origin-keyed agent cluster'
].join('|'))

const asked: string[] = []
const said: string[] = []
const titles: string[] = []
page.on('request', request => { asked.push(request.url()) })
page.on('console', message => { said.push(message.text()) })
page.on('pageerror', error => { said.push(error.message) })

const open = async (path: string): Promise<unknown> => await page.goto(`${origin}${path}`)
const press = async (name: string): Promise<void> => await page.getByRole('button', { name }).click()
const signUp = async (address: string, at = origin): Promise<void> => {
  await page.goto(`${at}/abonnieren`)
  await page.getByLabel('Ihre E-Mail-Adresse').fill(address)
  await press('abonnieren')
}
const confirmLink = async (): Promise<string> => linkPath((await receive(catcher, 1))[0], 'bestaetigen')
const leaveLink = async (): Promise<string> => linkPath((await receive(catcher, 2))[1], 'abmelden')

interface State { name: string, heading: string, reach: () => Promise<unknown> }

const states: State[] = [
  { name: 'the empty mailbox', heading: 'Postfach zum Ausprobieren', reach: async () => await open('/postfach') },
  { name: 'the sign-up form', heading: 'Integrationsbrief abonnieren', reach: async () => await open('/') },
  {
    name: 'the sign-up form after a typing error',
    heading: 'Integrationsbrief abonnieren',
    reach: async () => await signUp(`${'anna'.repeat(15)}@beispiel`)
  },
  {
    name: 'the answer to a sign-up',
    heading: 'Fast geschafft: Bitte bestätigen Sie Ihre Anmeldung',
    reach: async () => await signUp('anna@beispiel.example')
  },
  {
    name: 'a mail in the mailbox, without its frame',
    heading: 'Bitte bestätigen Sie Ihre Anmeldung zum Integrationsbrief',
    reach: async () => {
      await receive(catcher, 1)
      await open('/postfach/1')
      // axe waits for ever for a frame whose sandbox runs no script; the mail itself is looked at
      // below.
      await page.evaluate('document.querySelector("iframe").remove()')
    }
  },
  {
    name: 'the confirmation page',
    heading: 'Anmeldung bestätigen',
    reach: async () => await open(await confirmLink())
  },
  {
    name: 'the page after confirming',
    heading: 'Ihre Anmeldung ist bestätigt',
    reach: async () => await press('Anmeldung bestätigen')
  },
  {
    name: 'the page after confirming again',
    heading: 'Sie sind schon dabei',
    reach: async () => {
      await open(await confirmLink())
      await press('Anmeldung bestätigen')
    }
  },
  {
    name: 'the unsubscribe page',
    heading: 'Vom Integrationsbrief abmelden',
    reach: async () => {
      clock.travel({ minutes: 16 })
      await signUp('anna@beispiel.example')
      await open(await leaveLink())
    }
  },
  { name: 'the page after leaving', heading: 'Sie sind abgemeldet', reach: async () => await press('Jetzt abmelden') },
  {
    name: 'the link of a subscription that has ended',
    heading: 'Dieses Abonnement ist schon beendet',
    reach: async () => await open(await leaveLink())
  },
  {
    name: 'the page after confirming what was erased',
    heading: 'Diese Anmeldung gibt es nicht mehr',
    reach: async () => {
      await open(await confirmLink())
      await press('Anmeldung bestätigen')
    }
  },
  {
    name: 'the page of an expired link',
    heading: 'Dieser Link ist abgelaufen',
    reach: async () => {
      clock.travel({ days: 3 })
      await open(await confirmLink())
    }
  },
  {
    name: 'the page of a broken link',
    heading: 'Dieser Link funktioniert leider nicht',
    reach: async () => await open('/abmelden/x')
  },
  { name: 'the mailbox', heading: 'Postfach zum Ausprobieren', reach: async () => await open('/postfach') },
  { name: 'the imprint', heading: 'Impressum', reach: async () => await open('/impressum') },
  { name: 'the privacy notice', heading: 'Datenschutz', reach: async () => await open('/datenschutz') },
  {
    name: 'the accessibility statement',
    heading: 'Erklärung zur Barrierefreiheit',
    reach: async () => await open('/barrierefreiheit')
  },
  {
    name: 'the box for other websites',
    heading: 'Das Anmeldeformular auf Ihrer Website',
    reach: async () => await open('/einbetten')
  },
  {
    name: 'an issue with every kind of block',
    heading: 'Wie aus vielen Händen ein Netz wird',
    reach: async () => {
      const read = await readIssueFile(packagePath('templates', 'demo', 'ausgabe-1.yaml'))
      if (!read.ok) throw new Error(JSON.stringify(read.errors))
      const { newsletter: { publisher }, delivery: { batchSize } } = config
      await sendIssue({ ...service, fill, house: steadyHouse(publisher), publicUrl: origin, batchSize }, {
        ...read, approver: 'Eva Muster'
      })
      await open(`/ausgaben/${read.content.slug}`)
    }
  },
  { name: 'error 404', heading: 'Diese Seite gibt es nicht', reach: async () => await open('/gibt-es-nicht') },
  {
    name: 'error 413',
    heading: 'Das war zu viel auf einmal',
    reach: async () => await signUp(`${'a'.repeat(70_000)}@beispiel.example`)
  },
  {
    name: 'error 415',
    heading: 'Dieses Format verstehen wir nicht',
    reach: async () => {
      await open('/abonnieren')
      await page.evaluate('document.querySelector("form").enctype = "text/plain"')
      await press('abonnieren')
    }
  },
  {
    name: 'error 503',
    heading: 'Wir sind gleich wieder da',
    reach: async () => {
      const databaseUrl = `postgres://127.0.0.1:${await freePort()}/weg`
      const cutOff = await buildApp({ ...service, fill, databaseUrl })
      t.after(async () => await cutOff.close())
      await signUp('anna@beispiel.example', await cutOff.listen({ port: 0, host: '127.0.0.1' }))
    }
  },
  {
    name: 'error 500',
    heading: 'Das hat leider nicht geklappt',
    reach: async () => {
      await pool.query('drop table subscriber cascade')
      await signUp('berta@beispiel.example')
    }
  },
  {
    name: 'error 429',
    heading: 'Zu viele Anmeldungen aus einem Netz',
    reach: async () => {
      await Promise.all(Array.from({ length: 30 }, async (_, index) => {
        const form = { email: `a${index}@beispiel.example` }
        await page.request.post(`${origin}/abonnieren`, { form })
      }))
      await signUp('berta@beispiel.example')
    }
  }
]

for (const { name, heading, reach } of states) {
  t.test(`${name} can be read and used by everyone, and loads nothing from elsewhere`, async t => {
    asked.length = said.length = 0
    await reach()
    t.same(await page.locator('h1').allInnerTexts(), [heading], 'one h1, which says where the reader is')
    titles.push(await page.title())
    for (const view of LOOKS) {
      await look(page, view)
      const at = `at ${view.width} px, ${view.colorScheme}`
      t.same(await axeFindings(page), [], `axe finds nothing ${at}`)
      t.same(await overflows(page), [], `nothing is too wide ${at}`)
      t.same(await smallTargets(page), [], `everything is large enough to be hit ${at}`)
      t.same(await focusFaults(page), [], `Tab leads everywhere, and shows where ${at}`)
    }
    const home = new URL(page.url()).origin
    t.same(asked.filter(url => new URL(url).origin !== home), [], 'no request to elsewhere')
    t.same(said.filter(text => !EXPECTED.test(text)), [], 'the browser has nothing to complain of')
  })
}

t.test('every state has a title of its own', async t => {
  const shared = titles.filter((title, index) => titles.indexOf(title) !== index)
  t.same(shared, ['Postfach zum Ausprobieren – Integrationsbrief'], 'but the mailbox, empty or not')
})

t.test('the mails about a sign-up can be read by everyone', async t => {
  const mails = await Promise.all(catcher.mails().slice(0, 2).map(async ({ raw }) => await PostalMime.parse(raw)))
  for (const { html = '', subject } of mails) {
    asked.length = 0
    await page.goto('about:blank')
    await page.setContent(html)
    t.equal(await page.locator('h1').count(), 1)
    for (const view of LOOKS) {
      await look(page, view)
      const at = `at ${view.width} px, ${view.colorScheme}: ${subject}`
      t.same(await axeFindings(page), [], `axe finds nothing ${at}`)
      t.same(await overflows(page), [], `nothing is too wide ${at}`)
    }
    t.same(asked.filter(url => url !== 'about:blank'), [], 'nothing is loaded')
  }
  t.equal(mails.length, 2)
})

t.end()
