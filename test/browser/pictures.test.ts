import sharp from 'sharp'
import t from 'tap'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { faultsForEveryone } from './support/fits-everyone.js'
import { readerService } from './support/reader-service.js'

const service = await readerService(t)
const { origin } = service
const browser = await launchBrowser(t)
const context = await browser.newContext({ locale: 'de-DE' })
const { id } = await addEditor(service)
const value = await sessionOf(service, id)
await context.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
const page = await context.newPage()
await page.goto(`${origin}/redaktion/entwuerfe/neu`)
await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
await page.getByRole('button', { name: 'Block hinzufügen' }).click()
await page.waitForURL(/getan=added/)
const draft = page.url().replace(/\?.*/, '')

const headline = page.getByLabel('Überschrift', { exact: true })
const field = page.getByLabel('Bilddatei')
const fault = page.locator('.kern-error')
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#48a' }, limitInputPixels: false })
/** The head of a file as phones make it: its box names its brands (ISO 14496-12, 4.3). */
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')])

const refused = [
  { name: 'text.jpg', buffer: Buffer.from('Das ist ein Text.'), why: /„text\.jpg“ ist kein Bild im Format JPEG/ },
  { name: 'handy.heic', buffer: heic, why: /„handy\.heic“ hat das Format HEIC.*speichern Sie es als JPEG/ },
  {
    name: 'plakat.png',
    buffer: await plain(10_000, 5_000).png({ compressionLevel: 9 }).toBuffer(),
    why: /„plakat\.png“ hat 10\.000 mal 5\.000 Pixel, also 50 Megapixel.*Verkleinern Sie das Bild/
  }
]

for (const { name, buffer, why } of refused) {
  t.test(`${name} is refused at its field, and what was typed stays`, async t => {
    await page.goto(draft)
    await headline.fill(`Text mit ${name}`)
    await field.setInputFiles({ name, mimeType: 'image/jpeg', buffer })
    await fault.waitFor()
    t.match(await fault.innerText(), why)
    t.equal(await field.getAttribute('aria-invalid'), 'true')
    t.match(await field.getAttribute('aria-describedby'), await fault.getAttribute('id') ?? 'nothing')
    t.equal(await page.locator(':focus').getAttribute('type'), 'file', 'the focus is where something must be done')
    t.equal(await headline.inputValue(), `Text mit ${name}`)
    await page.goto(draft)
    t.equal(await headline.inputValue(), `Text mit ${name}`, 'it is saved, too')
    t.equal(await fault.count(), 0)
  })
}

t.test('a refusal can be read and used by everyone', async t => {
  await field.setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') })
  await fault.waitFor()
  t.same(await faultsForEveryone(page), [])
})

t.test('of a photo nothing is left of where and with what it was taken', async t => {
  const taken = { IFD0: { Make: 'Kamerawerk' }, IFD3: { GPSLatitude: '50/1 4/1 0/1', GPSLatitudeRef: 'N' } }
  const photo = await plain(3_000, 2_000).withExif(taken).jpeg().toBuffer()
  t.ok((await sharp(photo).metadata()).exif?.includes('Kamerawerk'), 'the photo itself says so')
  await page.goto(draft)
  await field.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo })
  const src = await page.locator('.draft-picture').getAttribute('src') ?? ''
  const { exif, width } = await sharp(await (await page.request.get(`${origin}${src}`)).body()).metadata()
  t.equal(exif, undefined)
  t.equal(width, 1_200)
})

t.end()
