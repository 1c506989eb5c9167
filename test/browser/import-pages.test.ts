import t from 'tap'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { addReaders } from '../support/readers.js'
import { deskPage, testStates, type State } from './support/desk-page.js'
import { deskService } from './support/desk-service.js'

// Every page on which a list is taken over, in the order of one list. A state may need the one
// before it.

const service = await deskService(t)
const { home } = service
const browser = await launchBrowser(t)
const desk = await deskPage(browser, home)
const { page, open, press, unfold } = desk
await addReaders(service, ['anna@beispiel.example'])
await service.work()
const { id } = await addEditor(service, { name: 'Eva Muster', roles: ['administer'] })
await page.context().addCookies([{ name: 'redaktion', value: await sessionOf(service, id), url: home }])

const LIST = 'E-Mail;Vorname;Anmeldezeitpunkt;Einwilligung;Quelle\n' +
  ['anna', 'berta', 'carla', 'berta'].map(name =>
    `${name}@beispiel.example;${name};1.3.2024;Ich möchte den Brief bekommen.;Messe 2024\n`).join('') +
  'dora.beispiel.example;Dora;2.3.2024;Ja;Messe\n'

async function upload (content: string): Promise<void> {
  await open('/leserinnen/import')
  await page.setInputFiles('#datei', { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
  await press('Hochladen und ansehen')
}

const states: State[] = [
  { name: 'the form', heading: 'Eine Liste übernehmen', reach: async () => await open('/leserinnen/import') },
  {
    name: 'the form after an empty file',
    heading: 'Eine Liste übernehmen',
    reach: async () => {
      await upload('')
      await page.getByText('Die Datei ist leer').waitFor()
    }
  },
  {
    name: 'the columns of a file',
    heading: 'Import 2',
    reach: async () => {
      await upload(LIST)
      await page.getByText('So beginnt die Datei').waitFor()
      await unfold()
    }
  },
  {
    name: 'the columns after a choice that cannot be right',
    heading: 'Import 2',
    reach: async () => {
      await page.selectOption('#zeichensatz', 'windows-1252')
      await press('So ansehen')
      await page.getByText('Die Datei ist in UTF-8 geschrieben').waitFor()
      await unfold()
    }
  },
  {
    name: 'the report',
    heading: 'Import 2',
    reach: async () => {
      await press('Datei prüfen')
      // The page renews itself.
      await page.getByText('Das wird geschehen').waitFor()
    }
  },
  {
    name: 'the end',
    heading: 'Import 2',
    reach: async () => {
      await press('2 Adressen übernehmen und fragen')
      await page.getByText('Was daraus wurde').waitFor()
      await page.getByText('Rückgängig machen').waitFor()
      await unfold()
    }
  },
  {
    name: 'after it was undone',
    heading: 'Import 2',
    reach: async () => {
      await press('2 Adressen löschen')
      await page.getByText('2 Adressen sind wieder gelöscht').waitFor()
    }
  },
  {
    name: 'a list without a question, which waits for a second person',
    heading: 'Import 3',
    reach: async () => {
      await upload(LIST)
      await page.getByLabel('Die Einwilligung steht in der Datei').check()
      await press('Datei prüfen')
      await press('Zur Freigabe geben')
      await page.getByText('Deshalb muss eine zweite Person freigeben').waitFor()
    }
  },
  {
    name: 'its approval by somebody else',
    heading: 'Import 3 freigeben',
    reach: async () => {
      const other = await addEditor(service, { name: 'Ida Beispiel', roles: ['administer'] })
      await page.context().addCookies([{ name: 'redaktion', value: await sessionOf(service, other.id), url: home }])
      await open('/leserinnen/import/3')
      await page.getByRole('link', { name: 'Ansehen und freigeben' }).click()
    }
  },
  { name: 'the list of imports', heading: 'Eine Liste übernehmen', reach: async () => await open('/leserinnen/import') }
]

testStates(t, desk, states)

t.end()
