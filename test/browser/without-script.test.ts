import sharp from 'sharp'
import t from 'tap'
import type { Locator } from 'playwright-core'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { readerService } from './support/reader-service.js'

// A whole issue with every kind of block, written in a browser that runs no script.

const service = await readerService(t)
const { origin } = service
const browser = await launchBrowser(t)
const context = await browser.newContext({ locale: 'de-DE', javaScriptEnabled: false })
const { id } = await addEditor(service)
const value = await sessionOf(service, id)
await context.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
const page = await context.newPage()
const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#48a' } }).jpeg().toBuffer()
const plan = Buffer.from(`%PDF-1.7\n${'0'.repeat(20_000)}`)

const press = async (name: string | RegExp): Promise<void> => await page.getByRole('button', { name }).first().click()
const order = async (): Promise<string[]> => await page.locator('[data-block] h2').allInnerTexts()
/** The block that was added last, which stands last. */
const block = (): Locator => page.locator('[data-block]').last()
const fill = async (fields: Record<string, string>): Promise<void> => {
  for (const [label, text] of Object.entries(fields)) {
    await block().getByLabel(new RegExp(`^${label}(?: \\(freiwillig\\))?$`)).fill(text)
  }
}
const choose = async (label: string, name: string, mimeType: string, buffer: Buffer): Promise<void> =>
  await block().getByLabel(label).setInputFiles({ name, mimeType, buffer })
const addBlock = async (kind: string): Promise<void> => {
  await page.getByLabel('Art des Blocks').selectOption(kind)
  await press('Block hinzufügen')
}
const save = async (): Promise<void> => {
  await block().getByRole('button', { name: /^Speichern: / }).click()
  await page.locator('#meldung').getByText(/ist gespeichert/).waitFor()
}

t.test('every kind of block is added, filled in and saved by its form', async t => {
  await page.goto(`${origin}/redaktion/entwuerfe/neu`)
  await page.getByLabel('Titel').fill('Wie Netze entstehen')
  await press('Entwurf anlegen')
  await page.getByLabel('Vorspann').fill('Drei Orte zeigen, wie aus Kontakten ein Netz wird.')
  await page.getByLabel('Datum').fill('2027-06-08')
  await press('Speichern: Kopf der Ausgabe')

  await addBlock('Editorial')
  await fill({ Anrede: 'Liebe Leserinnen und Leser,', Text: 'hier geht es um **Netze**:\n\n- Vereine\n- Ämter' })
  await save()
  await addBlock('Inhaltsverzeichnis')
  await save()
  await addBlock('Artikel')
  await fill({ Überschrift: 'Ein Verein macht mit', Text: 'Der Verein lädt jede Woche zum Frühstück ein.' })
  await choose('Bilddatei', 'fest.jpg', 'image/jpeg', picture)
  await save()
  t.match(await block().locator('.draft-picture').getAttribute('src'), /\/bilder\//)
  await addBlock('Veranstaltung')
  await fill({ Titel: 'Frühstück im Rathaus' })
  await fill({ 'Beginn: Tag': '2027-06-08', 'Beginn: Uhrzeit': '09:30', Ort: 'Kassel' })
  await save()
  await addBlock('Förderaufruf')
  await fill({ Titel: 'Geld für Begegnungen', Betrag: '5000', Frist: '2027-06-08' })
  await fill({ 'Angabe, wer sich bewerben kann': 'Vereine mit Sitz in Hessen' })
  await save()
  await addBlock('Zitat')
  await fill({ Wortlaut: 'Wir haben einfach angefangen.', 'Name der zitierten Person': 'Mina Beispiel' })
  await save()
  await addBlock('Downloads')
  await choose('Datei hochladen', 'plan.pdf', 'application/pdf', plan)
  await fill({ Beschriftung: 'Der Plan' })
  await save()
  await addBlock('Pressekontakt')
  await fill({ Name: 'Kim Muster', 'E-Mail-Adresse': 'presse@amt.example' })
  await save()
  t.equal((await order()).length, 8)
})

t.test('a block is moved, removed and put back', async t => {
  await press(/^nach oben: Zitat/)
  t.match((await order())[4], /^5\. Zitat/)
  await press(/^entfernen: Zitat/)
  t.notOk((await order()).some(name => name.includes('Zitat')))
  await press('Rückgängig machen')
  t.match((await order())[4], /^5\. Zitat/)
})

t.test('the preview says what is missing and leads to its field; then nothing prevents the approval', async t => {
  const preview = page.getByRole('link', { name: 'Vorschau und Prüfung' }).first()
  await preview.click()
  t.match(await page.locator('main').innerText(), /1 Stelle verhindert die Freigabe/)
  await page.getByRole('link', { name: /Alternativtext/ }).click()
  const field = page.locator(':target')
  t.match(await field.getAttribute('id'), /^b3-picture-alt$/)
  await field.fill('Menschen frühstücken an einem langen Tisch')
  await press(/^Speichern: Artikel/)
  await preview.click()
  t.match(await page.locator('main').innerText(), /Nichts verhindert die Freigabe|Wir haben nichts gefunden/)
  t.match(await page.locator('.hash').innerText(), /^[0-9a-f]{64}$/)
  const mail = page.frameLocator('iframe')
  for (const text of ['Netze', 'Ein Verein macht mit', 'Kassel', 'Der Plan']) {
    t.ok(await mail.getByText(text).first().isVisible(), text)
  }
})

t.end()
