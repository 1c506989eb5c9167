import sharp, { type Sharp } from 'sharp'
import t from 'tap'
import { reencodePicture } from '../../../src/issue/file/reencode-picture.js'
import type { Picture } from '../../../src/issue/file/picture.js'

const blank = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#2044aa' } })

async function accepted (bytes: Buffer): Promise<Picture> {
  const read = await reencodePicture(bytes, 'bild.jpg')
  if (!read.ok) throw new Error(read.message)
  return read.picture
}

async function refusal (bytes: Buffer): Promise<string> {
  const read = await reencodePicture(bytes, 'bild.jpg')
  return read.ok ? 'accepted' : read.message
}

t.test('where and with what a photo was taken is not kept, and it stands upright', async t => {
  const photo = await blank(800, 400).jpeg().withExif({
    IFD0: { Make: 'Kamera-XY', Copyright: 'Kim' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 4/1 58/1' }
  }).withMetadata({ orientation: 6 }).toBuffer()
  t.ok((await sharp(photo).metadata()).exif)
  const picture = await accepted(photo)
  const { exif, icc, xmp, orientation } = await sharp(picture.bytes).metadata()
  t.same({ exif, icc, xmp, orientation }, { exif: undefined, icc: undefined, xmp: undefined, orientation: undefined })
  t.notMatch(picture.bytes.toString('latin1'), /Kamera-XY|GPS/)
  t.same([picture.width, picture.height, picture.extension], [400, 800, 'jpg'])
})

t.test('a large photo becomes one that a mail can carry', async t => {
  const noise = { width: 4_000, height: 3_000, channels: 3 as const, background: '#000' }
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const photo = await sharp({ create: { ...noise, noise: grain } }).jpeg().toBuffer()
  const picture = await accepted(photo)
  t.same([picture.width, picture.height], [1_200, 900])
  t.ok(picture.bytes.length <= 1_000_000)
})

t.test('what is transparent stays PNG, and formats that mail programs do not show become JPEG', async t => {
  const clear = sharp({ create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } } })
  t.equal((await accepted(await clear.clone().png().toBuffer())).extension, 'png')
  t.equal((await accepted(await clear.clone().webp().toBuffer())).extension, 'png')
  t.equal((await accepted(await blank(50, 50).webp().toBuffer())).extension, 'jpg')
  t.equal((await accepted(await blank(50, 50).avif().toBuffer())).extension, 'jpg')
  t.equal((await accepted(await blank(50, 50).tiff().toBuffer())).extension, 'jpg')
  t.equal((await accepted(await blank(50, 50).gif().toBuffer())).extension, 'png')
})

t.test('the same picture gets the same name each time', async t => {
  const photo = await blank(300, 200).jpeg().toBuffer()
  t.equal((await accepted(photo)).hash, (await accepted(photo)).hash)
})

t.test('what cannot be used is refused with a sentence that says what to do', async t => {
  const huge = await blank(10_000, 5_000).png({ compressionLevel: 1 }).toBuffer()
  t.match(await refusal(huge), /50 Megapixel.*Verkleinern Sie/)
  const brands = Buffer.from('ftypheic\0\0\0\0mif1heic')
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), brands, Buffer.alloc(100)])
  t.match(await refusal(heic), /HEIC.*speichern Sie es als JPEG/)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
  for (const text of [svg, '<html>', '%PDF-1.7', '', 'PK']) {
    t.match(await refusal(Buffer.from(text)), /kein Bild.*als JPEG oder PNG/, text)
  }
  const photo = await blank(300, 200).jpeg().toBuffer()
  t.match(await refusal(photo.subarray(0, photo.length / 2)), /beschädigt/)
  t.match(await refusal(Buffer.alloc(20_000_001)), /20 MB/)
})
