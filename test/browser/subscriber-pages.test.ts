import t from 'tap'
import { noteDayEnds } from '../../src/subscription/counts.js'
import { unsubscribe } from '../../src/subscription/unsubscribe.js'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { forgetJobs } from '../support/queue.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { postForm } from '../support/service.js'
import { deskPage, testStates, type State } from './support/desk-page.js'
import { deskService } from './support/desk-service.js'

// Every page about readers and about what is kept of people, in every state, in the order of one
// call to the help desk. A state may need the one before it.

const service = await deskService(t)
const { app, clock, home } = service
const browser = await launchBrowser(t)
const desk = await deskPage(browser, home)
const { page, open, press, fill, follow } = desk

const leaving = await addReaders(service, someAddresses(2_345))
for (let week = 0; week < 10; week++) {
  for (const id of leaving.splice(0, 3 * week)) await unsubscribe(service, { id, issue: 1 })
  clock.travel({ days: 7 })
}
await noteDayEnds(service)
await postForm(app, '/abonnieren', { email: 'anna@beispiel.example' })
const { id } = await addEditor(service, { name: 'Eva Muster', roles: ['write', 'administer', 'export'] })
await page.context().addCookies([{ name: 'redaktion', value: await sessionOf(service, id), url: home }])

async function search (address: string): Promise<void> {
  await open('/leserinnen/suche')
  await fill('E-Mail-Adresse', address)
  await press('Suchen')
}

const states: State[] = [
  { name: 'the figures', heading: 'Leserinnen und Leser', reach: async () => await open('/leserinnen') },
  { name: 'the export', heading: 'Exportieren', reach: async () => await follow('Exportieren') },
  {
    name: 'the export without a reason and with half a key',
    heading: 'Exportieren',
    reach: async () => {
      await page.getByText('Stattdessen für einen öffentlichen Schlüssel').click()
      await fill('Öffentlicher Schlüssel', 'age1falsch')
      await press('Archiv herunterladen')
      await page.getByText('Das ist kein öffentlicher Schlüssel').waitFor()
    }
  },
  {
    name: 'the form',
    heading: 'Eine Adresse suchen',
    reach: async () => {
      await open('/leserinnen')
      await follow('Eine Adresse suchen')
    }
  },
  {
    name: 'the form after something that is not an address',
    heading: 'Eine Adresse suchen',
    reach: async () => await search('anna.beispiel')
  },
  { name: 'nothing found', heading: 'Nichts gespeichert', reach: async () => await search('niemand@beispiel.example') },
  { name: 'a pending address', heading: 'Gefunden', reach: async () => await search('anna@beispiel.example') },
  {
    name: 'that address while its mail waits',
    heading: 'Gefunden',
    reach: async () => {
      await press('Bestätigungsmail erneut senden')
      await page.getByText('Eine Bestätigungsmail ist schon unterwegs').waitFor()
    }
  },
  {
    name: 'that address after the mail was sent',
    heading: 'Gefunden',
    reach: async () => {
      await forgetJobs(service)
      await press('Bestätigungsmail erneut senden')
      await page.getByText('Die letzte Mail ist keine Viertelstunde alt').waitFor()
    }
  },
  { name: 'the step before erasing', heading: 'Adresse löschen', reach: async () => await press('Löschen …') },
  {
    name: 'the form after erasing',
    heading: 'Eine Adresse suchen',
    reach: async () => {
      await press('Endgültig löschen')
      await page.getByText('ist gelöscht').waitFor()
      await page.reload()
    }
  },
  {
    name: 'a refusal: a page that is too old',
    heading: 'Diese Seite ist zu alt',
    reach: async () => {
      await search('leser2000@beispiel.example')
      await page.evaluate('document.querySelector("input[name=gefunden]").value = "zu alt"')
      await press('Löschen …')
    }
  },
  { name: 'how retention stands', heading: 'Datenschutz', reach: async () => await open('/datenschutz') },
  {
    name: 'the record of processing',
    heading: 'Verzeichnis von Verarbeitungstätigkeiten',
    reach: async () => await follow('Verzeichnis von Verarbeitungstätigkeiten')
  },
  { name: 'the erasure concept', heading: 'Löschkonzept', reach: async () => await open('/datenschutz/loeschkonzept') },
  {
    name: 'retention that is late',
    heading: 'Datenschutz',
    reach: async () => {
      clock.travel({ days: 3 })
      await page.context().addCookies([{ name: 'redaktion', value: await sessionOf(service, id), url: home }])
      await open('/datenschutz')
      await page.getByText('Nicht alle Löschfristen sind eingehalten').waitFor()
    }
  }
]

testStates(t, desk, states)

t.end()
