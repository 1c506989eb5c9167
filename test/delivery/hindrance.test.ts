import fc from 'fast-check'
import t from 'tap'
import { Hindered, planIssue } from '../../src/delivery/plan.js'
import { createDraftPreview, type PreviewDraft } from '../../src/issue/draft/preview-draft.js'
import type { Hindrance } from '../../src/issue/approval/hindrance.js'
import { firstValues } from '../../src/config.js'
import { readPicture } from '../../src/issue/file/picture.js'
import { storePicture } from '../../src/issue/file/store-picture.js'
import { createHouse } from '../../src/platform/newsletter/house.js'
import type { Logo } from '../../src/platform/newsletter/house-settings.js'
import type { Publisher } from '../../src/platform/newsletter/publisher.js'
import { packagePath } from '../../src/platform/package-path.js'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'
import { approving, type Approving } from '../desk/approval/approving.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { steadyHouse } from '../support/house.js'

const fill = createTemplates(de)

/** How the program would render a draft, with another template or another publisher. */
function rendering (
  { pool, clock, config }: Approving,
  { publisher = {}, change = text => text }: { publisher?: Partial<Publisher>, change?: (text: string) => string } = {}
): PreviewDraft {
  const { newsletter } = config
  return createDraftPreview({
    pool,
    clock,
    publicUrl: newsletter.publicUrl,
    house: steadyHouse({ ...newsletter.publisher, ...publisher }),
    fill: async (name, data) => change(await fill(name, data))
  })
}

const plan = async (service: Approving, previewDraft = rendering(service)): Promise<number | null | Hindrance> => {
  try {
    return await planIssue({ ...service, batchSize: 10, previewDraft }, 1)
  } catch (error) {
    if (error instanceof Hindered) return error.hindrance
    throw error
  }
}

t.test('what is written at the desk is sent if it is, to the letter, what was approved', async t => {
  const service = await approving(t)
  const { pool, submit, approve } = service
  await addReaders(service, someAddresses(3))
  await submit()
  await approve()
  const { rows: [block] } = await pool.query(
    "select id, fields from draft_block where fields ? 'body' order by position limit 1")

  await t.test('no letter of the text, of a template, of the publisher or of a picture is changed', async t => {
    const letters = fc.constantFrom('x', 'ä', '7', '!')
    await fc.assert(fc.asyncProperty(fc.nat(), letters, async (place, letter) => {
      const text = [...String(block.fields.body)]
      const at = place % text.length
      fc.pre(/\p{L}/u.test(text[at] ?? '') && text[at] !== letter)
      const fields = JSON.stringify({ ...block.fields, body: text.toSpliced(at, 1, letter).join('') })
      await pool.query('update draft_block set fields = $2 where id = $1', [block.id, fields])
      const planned = await plan(service)
      await pool.query('update draft_block set fields = $2 where id = $1', [block.id, JSON.stringify(block.fields)])
      return planned === 'changed' || planned === 'barriers'
    }), { numRuns: 15 })

    const { publisher } = service.config.newsletter
    for (const field of ['newsletter', 'claim', 'organisation', 'street', 'phone', 'editor_in_charge'] as const) {
      const changed = { [field]: `${publisher[field]}.` }
      t.equal(await plan(service, rendering(service, { publisher: changed })), 'changed', field)
    }
    const template = (text: string): string => text.replace('Impressum', 'Impresum')
    t.equal(await plan(service, rendering(service, { change: template })), 'changed', 'a template')

    const { rows: pictures } = await pool.query('select name, bytes from picture')
    t.ok(pictures.length > 0)
    for (const { name, bytes } of pictures) {
      const at = bytes.length >> 1
      const wrong = Buffer.from(bytes)
      wrong.writeUInt8(wrong.readUInt8(at) ^ 1, at)
      await pool.query('update picture set bytes = $2 where name = $1', [name, wrong])
      t.equal(await plan(service), 'picture')
      await pool.query('update picture set bytes = $2 where name = $1', [name, bytes])
    }
    await pool.query("update edition set html = replace(html, 'e', 'é')")
    t.equal(await plan(service), 'changed', 'the frozen mail')
    await pool.query("update edition set html = replace(html, 'é', 'e')")
  })

  t.same((await pool.query('select state from issue')).rows, [{ state: 'approved' }])
  t.equal((await pool.query('select from delivery')).rowCount, 0, 'nothing was planned')
  t.equal(await plan(service), 3)
  t.same((await pool.query('select state from draft')).rows, [{ state: 'published' }])
})

t.test('a change of the publisher at the desk after an approval keeps the issue back', async t => {
  const service = await approving(t, ['approve', 'administer'])
  const { pool, clock, config, eva, submit, approve } = service
  const { newsletter: { publisher, publicUrl } } = config
  await addReaders(service, someAddresses(3))
  await submit()
  await approve()
  const house = createHouse({ pool, clock, first: firstValues(config) })
  const previewDraft = createDraftPreview({ pool, clock, publicUrl, house, fill })
  const page = '/redaktion/einstellungen/herausgeber'
  t.equal((await eva.post(page, { ...publisher, phone: '0611 4711', version: '0' })).statusCode, 303)
  t.equal(await plan(service, previewDraft), 'changed')
  await service.pool.query("update draft set state = 'submitted'")
  await approve()
  t.equal(await plan(service, previewDraft), 3)
  const { rows: [edition] } = await pool.query('select html from edition')
  t.match(edition.html, '0611 4711')
})

t.test('a deadline that is over since the approval keeps the issue back', async t => {
  const service = await approving(t)
  await service.submit()
  await service.approve()
  service.clock.travel({ days: 3_000 })
  t.equal(await plan(service), 'barriers')
})

t.test('an approval that was withdrawn keeps the issue back, and so does none', async t => {
  const service = await approving(t)
  const { eva, path, submit, approve } = service
  await submit()
  await approve()
  await eva.post(`${path}/zurueckgeben`, { grund: 'Doch nicht.' })
  t.equal(await plan(service), 'not-approved')
  t.equal(await planIssue({ ...service, batchSize: 10 }, 7), null, 'there is no such issue')
  await t.rejects(planIssue({ ...service, batchSize: 10 }, 1), /written at the desk/)
})

t.test('a draft that was deleted since its approval, or whose picture is gone, is not sent', async t => {
  const service = await approving(t)
  const { pool, submit, approve } = service
  await submit()
  await approve()
  await pool.query('update draft set deleted_at = now()')
  t.equal(await plan(service), 'not-approved')
  await pool.query('update draft set deleted_at = null')
  await pool.query('delete from picture')
  t.equal(await plan(service), 'picture')
  t.equal((await pool.query('select from delivery')).rowCount, 0)
})

t.test('a published draft stays as it is: who still types keeps the text, and nothing of it is changed', async t => {
  const service = await approving(t)
  const { pool, kim, path, submit, approve } = service
  await submit()
  await approve()
  await plan(service)
  const { rows: [before] } = await pool.query('select subject, title, version from draft')
  await service.retitle('Zu spät')
  t.same((await pool.query('select subject, title, version from draft')).rows, [before])
  t.equal((await kim.post(`${path}/bloecke`, { kind: 'article' })).statusCode, 303)
  t.same((await pool.query("select from draft_block where kind = 'article' and fields = '{}'")).rowCount, 0)
  t.match((await pool.query('select fields from other_text')).rows, [{ fields: { title: 'Zu spät' } }])
})

t.test('the logo of an approved mail is bound by its approval, byte for byte', async t => {
  const service = await approving(t)
  const { pool, clock, config, submit, approve } = service
  await addReaders(service, someAddresses(3))
  const read = await readPicture(packagePath('templates', 'demo', 'bilder'), 'bruecke.png')
  if (!read.ok) throw new Error(read.message)
  const { width, height } = read.picture
  const name = await storePicture({ db: pool, clock }, read.picture)
  const house = createHouse({ pool, clock, first: firstValues(config) })
  const set = async (base: number, value: Logo | null): Promise<void> => {
    const deps = { pool, clock, editor: null, witness: async () => {} }
    t.ok(await house.change(deps, house.settings.logo, { base, value, details: {} }))
  }
  const logo = { name, width, height, alt: 'Land und Leute' }
  await set(0, logo)
  await submit()
  await approve()
  const previewDraft = createDraftPreview({ pool, clock, publicUrl: config.newsletter.publicUrl, house, fill })
  await pool.query('update picture set bytes = set_byte(bytes, 100, get_byte(bytes, 100) # 1) where name = $1', [name])
  t.equal(await plan(service, previewDraft), 'picture')
  await pool.query('update picture set bytes = $2 where name = $1', [name, read.picture.bytes])
  await set(1, { ...logo, alt: 'Leute und Land' })
  t.equal(await plan(service, previewDraft), 'changed', 'other words for it')
  await set(2, null)
  t.equal(await plan(service, previewDraft), 'changed', 'no logo')
  await set(3, logo)
  t.equal(await plan(service, previewDraft), 3)
})
