import PostalMime from 'postal-mime'
import t from 'tap'
import { suppress } from '../../src/subscription/suppression.js'
import { unsubscribeToken } from '../../src/subscription/links.js'
import { inTransaction } from '../../src/platform/database/pool.js'
import { launchBrowser } from '../support/browser.js'
import { addReaders } from '../support/readers.js'
import { until } from '../support/service.js'
import { axeFindings, focusFaults, look, LOOKS, overflows, smallTargets } from './support/page-check.js'
import { readerService } from './support/reader-service.js'

// A reader's own data, page by page, in the order of one story: first as everybody sees it, then by
// keyboard alone in a browser that runs no script.

const service = await readerService(t)
const { catcher, clock, keys, origin, pool } = service
const browser = await launchBrowser(t)
const page = await browser.newPage()
const ANNA = 'anna.mit.einer.recht.langen.adresse.fuer.schmale.bildschirme@beispiel.example'
const [anna = ''] = await addReaders(service, [ANNA])
await inTransaction(pool, async db =>
  await suppress({ db, keys, clock }, { canonical: 'gesperrt@beispiel.example', reason: 'reader' }))
await pool.query(
  `insert into consent_proof
     (subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, mail_sha256, confirmed_at)
   select id, address_index, 1, consent_text_id, requested_at, requested_at, sha256('x'), confirmed_at
   from subscriber where id = $1`, [anna])

const open = async (path: string): Promise<unknown> => await page.goto(`${origin}${path}`)
const press = async (name: string): Promise<void> => await page.getByRole('button', { name, exact: true }).click()
const ask = async (address: string): Promise<void> => {
  await open('/meine-daten')
  await page.getByLabel('Ihre E-Mail-Adresse').fill(address)
  await press('Link anfordern')
}
/** The path of the link in the newest mail whose subject says this. */
const mailed = async (subject: string, path: RegExp, count = 1): Promise<string> => {
  const found = async () => (await Promise.all(catcher.mails().map(async ({ raw }) => await PostalMime.parse(raw))))
    .filter(mail => mail.subject?.includes(subject))
  await until(async () => (await found()).length >= count)
  return path.exec((await found()).at(-1)?.text ?? '')?.[0] ?? ''
}
const dataLink = async (count: number): Promise<string> =>
  await mailed('Ihre Daten', /\/meine-daten\/[\w-]{51}/, count)

interface State { name: string, heading: string, reach: () => Promise<unknown> }

const states: State[] = [
  { name: 'the form', heading: 'Meine Daten', reach: async () => await open('/meine-daten') },
  { name: 'the form after a typing error', heading: 'Meine Daten', reach: async () => await ask('anna@beispiel') },
  { name: 'the answer', heading: 'Bitte sehen Sie in Ihr Postfach', reach: async () => await ask(ANNA) },
  { name: 'everything that is stored', heading: 'Ihre Daten', reach: async () => await open(await dataLink(1)) },
  {
    name: 'everything, after the same address was typed',
    heading: 'Ihre Daten',
    reach: async () => {
      await page.getByLabel('Ihre neue E-Mail-Adresse').fill(ANNA.toUpperCase())
      await press('Adresse ändern')
    }
  },
  {
    name: 'the answer to another address',
    heading: 'Bitte bestätigen Sie die neue Adresse',
    reach: async () => {
      await page.getByLabel('Ihre neue E-Mail-Adresse').fill('gesperrt@beispiel.example')
      await press('Adresse ändern')
    }
  },
  {
    name: 'a link that was used',
    heading: 'Dieser Link gilt nicht mehr',
    reach: async () => await open(await dataLink(1))
  },
  {
    name: 'the page that stops a change',
    heading: 'Änderung der Adresse stoppen',
    reach: async () => await open(await mailed('soll geändert werden', /\/meine-daten\/stoppen\/[\w-]{51}/))
  },
  {
    name: 'the page that confirms a new address',
    heading: 'Neue Adresse bestätigen',
    reach: async () => await open(await mailed('neue Adresse', /\/meine-daten\/adresse\/[\w-]{51}/))
  },
  {
    name: 'the page after confirming it',
    heading: 'Ihre Adresse ist geändert',
    reach: async () => await press('Neue Adresse bestätigen')
  },
  {
    name: 'the page of a change that is over',
    heading: 'Diese Änderung ist nicht mehr offen',
    reach: async () => {
      await open(await mailed('soll geändert werden', /\/meine-daten\/stoppen\/[\w-]{51}/))
      await press('Änderung stoppen')
    }
  },
  {
    name: 'the link of an issue',
    heading: 'Meine Daten',
    reach: async () => await open(`/meine-daten/${unsubscribeToken(keys, { id: anna, issue: 1 })}`)
  },
  {
    name: 'the answer to it',
    heading: 'Bitte sehen Sie in Ihr Postfach',
    reach: async () => {
      clock.travel({ minutes: 16 })
      await press('Link an meine Adresse schicken')
    }
  },
  {
    name: 'the step before erasing',
    heading: 'Alles löschen?',
    reach: async () => {
      await open(await dataLink(2))
      await page.getByRole('link', { name: 'Alles löschen …' }).click()
    }
  },
  {
    name: 'the page after erasing',
    heading: 'Ihre Daten sind gelöscht',
    reach: async () => await press('Jetzt alles löschen')
  }
]

for (const { name, heading, reach } of states) {
  t.test(`${name} can be read and used by everyone`, async t => {
    await reach()
    t.same(await page.locator('h1').allInnerTexts(), [heading], 'one h1, which says where one is')
    t.notMatch(page.url(), /@|%40/, 'no address in the address bar')
    for (const view of LOOKS) {
      await look(page, view)
      const at = `at ${view.width} px, ${view.colorScheme}`
      t.same(await axeFindings(page), [], `axe finds nothing ${at}`)
      t.same(await overflows(page), [], `nothing is too wide ${at}`)
      t.same(await smallTargets(page), [], `everything can be hit ${at}`)
    }
    t.same(await focusFaults(page), [], 'the focus is always seen')
  })
}

t.test('the mails about it can be read by everyone', async t => {
  const mails = await Promise.all(catcher.mails().map(async ({ raw }) => await PostalMime.parse(raw)))
  t.ok(mails.length >= 4)
  for (const { html = '', subject } of mails) {
    await page.goto('about:blank')
    await page.setContent(html)
    for (const view of LOOKS) {
      await look(page, view)
      const at = `at ${view.width} px, ${view.colorScheme}: ${subject}`
      t.same(await axeFindings(page), [], `axe finds nothing ${at}`)
      t.same(await overflows(page), [], `nothing is too wide ${at}`)
    }
  }
})

t.test('by keyboard alone and without script, somebody sees and erases everything', async t => {
  const berta = 'berta@beispiel.example'
  await addReaders(service, [berta])
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const tabTo = async (name: string | RegExp): Promise<void> => {
    for (let presses = 0; presses < 40; presses++) {
      await plain.keyboard.press('Tab')
      if (await plain.locator(':focus').filter({ hasText: name }).count() > 0) return
    }
    throw new Error(`nothing called ${String(name)} can be reached`)
  }
  await plain.goto(`${origin}/`)
  await tabTo('Meine Daten')
  await plain.keyboard.press('Enter')
  await plain.getByLabel('Ihre E-Mail-Adresse').focus()
  await plain.keyboard.type(berta)
  await plain.keyboard.press('Enter')
  await plain.getByText('Bitte sehen Sie in Ihr Postfach').first().waitFor()
  await plain.goto(`${origin}${await dataLink(3)}`)
  t.match(await plain.locator('main').innerText(), berta)
  await tabTo('Alles löschen …')
  await plain.keyboard.press('Enter')
  await plain.getByText('Alles löschen?').first().waitFor()
  await tabTo('Jetzt alles löschen')
  await plain.keyboard.press('Enter')
  await plain.getByText('Ihre Daten sind gelöscht').first().waitFor()
  t.equal((await pool.query('select from subscriber')).rowCount, 0)
})

t.end()
