import sharp from 'sharp'
import t from 'tap'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { byKeyboard } from './support/by-keyboard.js'
import { readerService } from './support/reader-service.js'

// A whole issue with every kind of block, written by keyboard alone.

const service = await readerService(t)
const { origin, pool } = service
const browser = await launchBrowser(t)
const context = await browser.newContext({ locale: 'de-DE' })
const { id } = await addEditor(service)
const value = await sessionOf(service, id)
await context.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
const page = await context.newPage()
// From now on: who begins to listen when the key is pressed can be too late.
page.on('filechooser', () => {})
const { goTo, press, pressBack, type, isAt } = byKeyboard(page)
const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#48a' } }).jpeg().toBuffer()

const plan = Buffer.from(`%PDF-1.7\n${'0'.repeat(20_000)}`)

const write = async (label: string, text: string): Promise<void> => {
  await goTo(label)
  await type(text)
}
/** Adds a block of the kind that begins with this letter. Its heading has the focus then. */
const addBlock = async (letter: string, name: RegExp): Promise<void> => {
  await goTo('Art des Blocks')
  await type(letter)
  await press('Block hinzufügen')
  await isAt(name)
}
const chooseFile = async (label: string, file: { name: string, mimeType: string, buffer: Buffer }): Promise<void> => {
  await goTo(label)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  // It is sent at once, and one goes on where its description is asked for.
  await Promise.all([page.waitForEvent('load'), chooser.setFiles(file)])
}
const save = async (): Promise<void> => { await press(/^Speichern: /) }
const order = async (): Promise<string[]> => await page.locator('[data-block] h2').allInnerTexts()

t.test('a draft is made, and its head is filled in', async t => {
  await page.goto(`${origin}/redaktion`)
  await press('Neue Ausgabe')
  await write('Titel', 'Wie Netze entstehen')
  await press('Entwurf anlegen')
  await write('Vorspann', 'Drei Orte zeigen, wie aus Kontakten ein Netz wird.')
  await write('Datum', '06062027')
  await save()
  await isAt('Betreff')
  t.pass('one is where one was')
})

t.test('every kind of block is added and filled in', async t => {
  await addBlock('E', /^1\. Editorial/)
  await write('Anrede', 'Liebe Leserinnen und Leser,')
  await write('Text', 'in dieser Ausgabe geht es um ')
  await page.keyboard.press('Control+b')
  await type('Netze')
  await page.keyboard.press('Control+b')
  await type(' und darum, wer sie knüpft:')
  await page.keyboard.press('Enter')
  await type('- Vereine')
  await page.keyboard.press('Enter')
  await type('Ämter')
  await save()

  await addBlock('I', /^2\. Inhaltsverzeichnis/)
  await save()

  await addBlock('A', /^3\. Artikel/)
  await write('Überschrift', 'Ein Verein macht mit')
  await write('Text', 'Der Verein lädt jede Woche zum Frühstück ein.')
  await chooseFile('Bilddatei', { name: 'fest.jpg', mimeType: 'image/jpeg', buffer: picture })
  await isAt('Alternativtext')
  await save()

  await addBlock('V', /^4\. Veranstaltung/)
  await write('Titel', 'Frühstück im Rathaus')
  await write('Beginn: Tag', '06062027')
  await write('Beginn: Uhrzeit', '0930AM')
  await write('Ort', 'Kassel')
  await save()

  await addBlock('F', /^5\. Förderaufruf/)
  await write('Titel', 'Geld für Begegnungen')
  await write('Betrag', '5000')
  await write('Angabe, wer sich bewerben kann', 'Vereine mit Sitz in Hessen')
  await write('Frist', '06062027')
  await save()

  await addBlock('Z', /^6\. Zitat/)
  await write('Wortlaut', 'Wir haben einfach angefangen.')
  await write('Name der zitierten Person', 'Mina Beispiel')
  await save()

  await addBlock('D', /^7\. Downloads/)
  await chooseFile('Datei hochladen', { name: 'plan.pdf', mimeType: 'application/pdf', buffer: plan })
  await isAt('Beschriftung')
  await type('Der Plan')
  await save()

  await addBlock('P', /^8\. Pressekontakt/)
  await write('Name', 'Kim Muster')
  await write('E-Mail-Adresse', 'presse@amt.example')
  await save()

  const { rows: [{ body }] } = await pool.query(
    'select fields->>\'body\' as body from draft_block where kind = \'editorial\'')
  t.equal(body, 'in dieser Ausgabe geht es um **Netze** und darum, wer sie knüpft:\n\n- Vereine\n- Ämter')
})

t.test('a block is moved and the focus stays; a block is removed and comes back', async t => {
  await pressBack(/^nach oben: Zitat/)
  await isAt(/^nach oben: Zitat/)
  t.match((await order())[4], /^5\. Zitat/)
  await press(/^entfernen: Zitat/)
  t.notOk((await order()).some(name => name.includes('Zitat')))
  await press('Rückgängig machen')
  await isAt(/^5\. Zitat/)
})

t.test('the preview says what is missing and leads to its field; then nothing prevents the approval', async t => {
  await pressBack('Vorschau und Prüfung')
  t.match(await page.locator('main').innerText(), /1 Stelle verhindert die Freigabe/)
  await press(/Alternativtext/)
  await isAt('Alternativtext')
  await type('Menschen frühstücken an einem langen Tisch')
  await save()
  await pressBack('Vorschau und Prüfung')
  t.match(await page.locator('main').innerText(), /Nichts verhindert die Freigabe|Wir haben nichts gefunden/)
  t.match(await page.locator('.hash').innerText(), /^[0-9a-f]{64}$/)
})

t.end()
