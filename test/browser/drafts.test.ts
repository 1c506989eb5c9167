import type { Page, Response } from 'playwright-core'
import t from 'tap'
import { addEditor, sessionOf } from '../support/desk.js'
import { launchBrowser } from '../support/browser.js'
import { deskPage, type State } from './support/desk-page.js'
import { faultsForEveryone } from './support/fits-everyone.js'
import { look } from './support/page-check.js'
import { readerService } from './support/reader-service.js'

// The pages on which drafts are written, in each state, without script, in the order of a story.

const service = await readerService(t)
const { origin } = service
const browser = await launchBrowser(t)
const context = await browser.newContext({ javaScriptEnabled: false })
// axe needs script; this one looks at what the other was answered.
const { page: eye, complaints } = await deskPage(browser, origin)
for (const [each, name] of [[context, 'Kim'], [eye.context(), 'Alex']] as const) {
  const { id } = await addEditor(service, { name })
  const value = await sessionOf(service, id)
  await each.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
}
const page = await context.newPage()
const answers: Response[] = []
page.on('response', response => {
  if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) answers.push(response)
})

/** Shows the other browser the same page, also where it is the answer to a form. */
async function show (): Promise<void> {
  const answer = answers.at(-1)
  if (answer?.request().method() === 'POST') {
    const { status, headers, body } = { status: answer.status(), headers: answer.headers(), body: await answer.body() }
    await eye.route(answer.url(), async route => { await route.fulfill({ status, headers, body }) }, { times: 1 })
  }
  await eye.goto(page.url())
  // axe waits for ever for a frame whose sandbox runs no script, and Tab leads through the mail.
  await eye.evaluate('document.querySelector("iframe")?.remove()')
}

const press = async (name: string | RegExp): Promise<void> => await page.getByRole('button', { name }).first().click()
/** The draft that the story is about. */
let path = ''

/** Does something to the draft in a second window, and waits for what comes of it. */
async function elsewhere (act: (other: Page) => Promise<void>): Promise<void> {
  const other = await context.newPage()
  await other.goto(`${origin}${path}`)
  // A window that is closed on its way to a page may never be gone.
  await Promise.all([other.waitForEvent('load'), act(other)])
  await other.close()
}

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
      await elsewhere(async other => {
        await other.getByLabel('Überschrift').fill('Der neue Brief')
        await other.getByRole('button', { name: 'Speichern: Artikel' }).last().click()
      })
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
    name: 'the draft of somebody who prefers the text mode',
    heading: 'Wie aus vielen Händen ein Netz wird',
    reach: async () => {
      await service.pool.query('update editor set text_mode = true')
      await page.reload()
    }
  },
  ...['desktop', 'phone', 'dark', 'inverted', 'no-pictures', 'text', 'aloud'].map((view, index): State => ({
    name: `the preview, seen as ${view}`,
    heading: 'Wie aus vielen Händen ein Netz wird',
    reach: async () => {
      if (index === 0) await page.getByRole('link', { name: 'Vorschau und Prüfung' }).first().click()
      else await page.getByRole('navigation', { name: 'Ansichten' }).getByRole('link').nth(index).click()
    }
  })),
  {
    name: 'the preview of a draft that is not finished, with what must be done',
    heading: 'Netze',
    reach: async () => await page.goto(`${origin}${path}/vorschau`)
  },
  {
    name: 'the page for a new issue after a file that is no issue',
    heading: 'Neue Ausgabe',
    reach: async () => {
      await page.goto(`${origin}/redaktion/entwuerfe/neu`)
      await page.locator('input[type="file"]').setInputFiles({
        name: 'ausgabe.yaml', mimeType: 'application/yaml', buffer: Buffer.from('titel: 3')
      })
      await press('importieren')
    }
  },
  {
    name: 'a block that was removed while somebody wrote in it',
    heading: 'Der Block wurde inzwischen entfernt',
    reach: async () => {
      await page.goto(`${origin}${path}`)
      await elsewhere(async other => await other.getByRole('button', { name: /^entfernen: Artikel/ }).click())
      await page.getByLabel('Überschrift').fill('Zu spät')
      await press('Speichern: Artikel')
    }
  },
  {
    name: 'the list after a draft was deleted',
    heading: 'Ausgaben',
    reach: async () => {
      await page.goto(`${origin}${path}`)
      await press('Entwurf löschen')
    }
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
    await show()
    t.same(await faultsForEveryone(eye), [])
    t.same(complaints(), [], 'the browser has nothing to complain of')
    const shots = process.env['TEST_SCREENSHOTS']
    if (shots !== undefined) {
      await show()
      await look(eye, { width: 1280, colorScheme: 'light' })
      await eye.screenshot({ path: `${shots}/${name.replaceAll(' ', '-')}.png`, fullPage: true })
    }
  })
}

t.end()
