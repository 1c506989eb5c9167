import t from 'tap'
import { addEditor, sessionOf } from '../support/desk.js'
import { launchBrowser } from '../support/browser.js'
import { axeFindings, look, LOOKS, overflows, smallTargets } from './support/page-check.js'
import { readerService } from './support/reader-service.js'

// The pages on which drafts are written, in each state, without script, in the order of a story.

const service = await readerService(t)
const { origin } = service
const browser = await launchBrowser(t)
const context = await browser.newContext({ javaScriptEnabled: false })
// axe needs script; this one looks at what the other wrote.
const seeing = await browser.newContext()
for (const [each, name] of [[context, 'Kim'], [seeing, 'Alex']] as const) {
  const { id } = await addEditor(service, { name })
  const value = await sessionOf(service, id)
  await each.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
}
const page = await context.newPage()
const eye = await seeing.newPage()

/** What lies below the bar of a field for formatted text while the page scrolls. */
const UNDECIDED = /^color-contrast: .*could not be determined because it's partially obscured/

const said: string[] = []
eye.on('console', message => { said.push(message.text()) })
eye.on('pageerror', error => { said.push(error.message) })

const press = async (name: string | RegExp): Promise<void> => await page.getByRole('button', { name }).first().click()
/** The draft that the story is about. */
let path = ''

interface State { name: string, heading: string, reach: () => Promise<unknown> }

const states: State[] = [
  { name: 'the empty list', heading: 'Ausgaben', reach: async () => await page.goto(`${origin}/redaktion`) },
  {
    name: 'the page for a new issue',
    heading: 'Neue Ausgabe',
    reach: async () => await page.getByRole('link', { name: 'Neue Ausgabe' }).click()
  },
  {
    name: 'an empty draft',
    heading: 'Netze',
    reach: async () => {
      await page.getByLabel('Titel').fill('Netze')
      await press('Entwurf anlegen')
    }
  },
  {
    name: 'a draft with an event, a row added',
    heading: 'Netze',
    reach: async () => {
      await page.getByLabel('Art des Blocks').selectOption('Veranstaltung')
      await press('Block hinzufügen')
      await page.getByLabel('Titel', { exact: true }).last().fill('Konferenz')
      await page.getByLabel('Beginn: Tag').fill('2027-06-08')
      await page.getByLabel('Beginn: Uhrzeit').fill('09:30')
      await press('Termin hinzufügen')
    }
  },
  {
    name: 'a draft with a block that was moved',
    heading: 'Netze',
    reach: async () => {
      await page.getByLabel('Art des Blocks').selectOption('Artikel')
      await press('Block hinzufügen')
      await page.getByLabel('Überschrift').fill('Der Brief')
      await press('Speichern: Artikel')
      await press('nach oben: Artikel ‚Der Brief‘')
      const focused = await page.locator(':focus').innerText()
      t.match(focused, /nach unten/, 'the focus is on the button that is left')
      const notice = await page.getByRole('status').innerText()
      t.match(notice, /Artikel ‚Der Brief‘ ist jetzt an Stelle 1 von 2\./)
      path = new URL(page.url()).pathname
    }
  },
  {
    name: 'a draft with a comment and a block that was removed',
    heading: 'Netze',
    reach: async () => {
      await page.locator('summary[aria-label="Kommentare: Artikel ‚Der Brief‘"]').click()
      await page.getByLabel('Ihr Kommentar: Artikel ‚Der Brief‘').fill('Stimmt das?')
      await page.locator('details[open]').getByRole('button', { name: 'Kommentieren' }).click()
      await press('entfernen: Veranstaltung ‚Konferenz‘')
    }
  },
  {
    name: 'two texts that met',
    heading: 'Zwei Texte: Artikel ‚Der neue Brief‘',
    reach: async () => {
      await page.goto(`${origin}${path}`)
      const other = await context.newPage()
      await other.goto(`${origin}${path}`)
      await other.getByLabel('Überschrift').fill('Der neue Brief')
      await other.getByRole('button', { name: 'Speichern: Artikel' }).last().click()
      await other.close()
      await page.getByLabel('Überschrift').fill('Der andere Brief')
      await press('Speichern: Artikel')
    }
  },
  {
    name: 'the versions',
    heading: 'Fassungen: Netze',
    reach: async () => {
      await press(/^Text daneben nehmen/)
      await page.getByRole('link', { name: 'Fassungen' }).click()
      await page.getByLabel('Name der Fassung').fill('Vor der Abstimmung')
      await press('Fassung festhalten')
    }
  },
  {
    name: 'a version beside the draft',
    heading: 'Fassung 1: „Vor der Abstimmung“',
    reach: async () => {
      await page.goto(`${origin}${path}`)
      await page.getByLabel('Überschrift').fill('Der letzte Brief')
      await press('Speichern: Artikel')
      await page.goto(`${origin}${path}/fassungen/1`)
    }
  },
  {
    name: 'a draft with every kind of block',
    heading: 'Wie aus vielen Händen ein Netz wird',
    reach: async () => {
      await page.goto(`${origin}/redaktion/entwuerfe/neu`)
      await press('Beispiel als Entwurf laden')
    }
  },
  {
    name: 'the list after a draft was deleted',
    heading: 'Ausgaben',
    reach: async () => await press('Entwurf löschen')
  },
  {
    name: 'the deleted drafts',
    heading: 'Gelöschte Entwürfe',
    reach: async () => await page.getByRole('link', { name: 'Gelöschte Entwürfe' }).click()
  }
]

for (const { name, heading, reach } of states) {
  t.test(`${name} can be read and used by everyone, without script`, async t => {
    await reach()
    t.same(await page.locator('h1').allInnerTexts(), [heading], 'one h1, which says where one is')
    said.length = 0
    await eye.goto(page.url())
    for (const view of LOOKS) {
      await look(eye, view)
      const at = `at ${view.width} px, ${view.colorScheme}`
      t.same((await axeFindings(eye)).filter(finding => !UNDECIDED.test(finding)), [], `axe finds nothing ${at}`)
      t.same(await overflows(eye), [], `nothing is too wide ${at}`)
      t.same(await smallTargets(eye), [], `everything is large enough to be hit ${at}`)
    }
    await look(eye, { width: 640, colorScheme: 'light' })
    await eye.evaluate('document.documentElement.style.fontSize = "200%"')
    t.same(await overflows(eye), [], 'nothing is too wide at 200 % text')
    t.same(said.filter(text => !text.includes('inline style')), [], 'the browser has nothing to complain of')
    const shots = process.env['TEST_SCREENSHOTS']
    if (shots !== undefined) {
      await eye.goto(page.url())
      await look(eye, { width: 1280, colorScheme: 'light' })
      await eye.screenshot({ path: `${shots}/${name.replaceAll(' ', '-')}.png`, fullPage: true })
    }
  })
}

t.end()
