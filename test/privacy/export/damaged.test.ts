import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { judgeLock } from '../../../src/privacy/export/age.js'
import { ArchiveFault } from '../../../src/privacy/export/archive-fault.js'
import { verifyArchive } from '../../../src/privacy/export/verify-archive.js'
import { takeArchive } from '../../../src/privacy/export/take-archive.js'
import { addReaders, someAddresses } from '../../support/readers.js'
import { archiveOf, archiveWith, fileOf, installation, move, OPENER, PASSPHRASE } from './exporting.js'

const ID = '7f3c1a52-0d0e-4e6e-9a53-2a4f1c3d5e6f'
const OTHER = '0b8f6a3e-55a8-4f5e-8c53-96a1f0a4c7d2'
const AT = '2026-03-02T09:00:00.000Z'
const HEADER = { kind: 'archive', format: 'integrationsbrief-export', version: 1, id: ID, made_at: AT }
const WORDING = { kind: 'wording', number: 1, text: 'Ja.', first_shown_at: AT }
const ANNA = {
  kind: 'subscriber',
  id: ID,
  address: 'anna@beispiel.example',
  state: 'active',
  wording: 1,
  source: null,
  requested_at: AT,
  mail_sent_at: null,
  confirmed_at: AT,
  proof: null
}

/** What is wrong with an archive, in one word; 'none' for nothing. */
async function faultOf (bytes: Buffer, opener = OPENER): Promise<string> {
  try {
    await verifyArchive(fileOf(bytes, opener))
    return 'none'
  } catch (error) {
    if (error instanceof ArchiveFault) return error.code
    throw error
  }
}

t.test('an archive that is cut anywhere, or in which one bit is another, is refused as a whole', async t => {
  const from = await installation(t)
  await addReaders(from, someAddresses(400))
  const archive = await archiveOf(from)
  t.equal(await faultOf(archive), 'none')
  for (const length of [1, 20, 60, 150, 200, 216, 217, 65_000, 65_752, 65_768, archive.length - 1]) {
    t.equal(await faultOf(archive.subarray(0, length)), 'damaged', `cut after ${length} bytes`)
  }
  t.equal(await faultOf(Buffer.concat([archive, Buffer.from('x')])), 'damaged', 'something was added')
  for (const place of [60, 190, 210, 300, 65_800, archive.length - 1]) {
    const changed = Buffer.from(archive)
    changed[place] = (changed[place] ?? 0) ^ 1
    t.match(await faultOf(changed), /^(damaged|wrong_key)$/, `a bit of byte ${place}`)
  }
})

t.test('what is no archive is told apart', async t => {
  t.equal(await faultOf(Buffer.alloc(0)), 'empty')
  t.equal(await faultOf(Buffer.from('E-Mail\nanna@beispiel.example\n')), 'not_age')
  t.equal(await faultOf(Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n')), 'armored')
  t.equal(await faultOf(await archiveWith(['Etwas anderes\n'], false)), 'not_archive')
  t.equal(await faultOf(await archiveWith([''], false)), 'not_archive')
  t.equal(await faultOf(await archiveWith([{ ...HEADER, version: 2, new: true }, { kind: 'unheard' }])), 'newer')
  t.equal(await faultOf(await archiveWith([{ ...HEADER, format: 'other' }])), 'not_archive')
})

t.test('the wrong key and the wrong passphrase are told apart', async t => {
  const locked = await archiveWith([HEADER])
  t.equal(await faultOf(locked, { passphrase: PASSPHRASE }), 'needs_key')
  const { generateX25519Identity: generate } = await import('age-encryption')
  t.equal(await faultOf(locked, { identities: await generate() }), 'wrong_key')
  await t.rejects(faultOf(locked, { identities: '# nothing\n' }), /holds no secret key of age/)
  const byWords = await archiveWith([HEADER], true, { passphrase: PASSPHRASE })
  t.equal(await faultOf(byWords, { passphrase: PASSPHRASE }), 'none')
  t.equal(await faultOf(byWords, { passphrase: `${PASSPHRASE} ` }), 'wrong_passphrase')
  t.equal(await faultOf(byWords), 'needs_passphrase')
})

t.test('records that were left out, added or changed by somebody who has the key are noticed', async t => {
  const whole = [HEADER, WORDING, ANNA]
  t.equal(await faultOf(await archiveWith(whole)), 'none')
  t.equal(await faultOf(await archiveWith(whole, false)), 'cut', 'between two records')
  t.equal(await faultOf(await archiveWith([...whole, '{"kind":"end"'], false)), 'cut', 'in the middle of one')
  const end = (records: object): object => ({ kind: 'end', records, sha256: '0'.repeat(64) })
  t.equal(await faultOf(await archiveWith([...whole, end({ archive: 1, wording: 1, subscriber: 1 })], false)), 'counts')
  t.equal(await faultOf(await archiveWith([...whole, { kind: 'unheard' }])), 'unknown_kind')
  t.equal(await faultOf(await archiveWith([...whole, 'Unsinn\n'])), 'garbage')
  t.equal(await faultOf(await archiveWith([...whole, { ...ANNA, state: 'new' }])), 'garbage')
  t.equal(await faultOf(await archiveWith([HEADER, ANNA])), 'garbage', 'its wording is not there')
  t.equal(await faultOf(await archiveWith([HEADER, WORDING, { ...ANNA, confirmed_at: null }])), 'garbage')
  const picture = { kind: 'picture', name: `${'0'.repeat(64)}.png`, type: 'image/png', data: 'YQ==' }
  t.equal(await faultOf(await archiveWith([HEADER, picture])), 'garbage', 'its name is not that of its bytes')
  const times = { since: AT, until: AT }
  const suppression = { kind: 'suppression', fingerprint: '0'.repeat(64), key: 1, reason: 'reader', ...times }
  t.equal(await faultOf(await archiveWith([HEADER, suppression])), 'garbage', 'its key is not there')
  const line = await verifyArchive(fileOf(await archiveWith([...whole, 'Unsinn\n']))).catch(error => error.message)
  t.match(line, /\(line 4\)$/, 'the line is told')
})

t.test('of a damaged archive nothing is taken over, and of a file that was changed meanwhile not all', async t => {
  const to = await installation(t)
  const cut = await archiveWith([HEADER, WORDING, ANNA], false)
  await t.rejects(move(to, cut), { code: 'cut' })
  t.equal((await to.pool.query('select from consent_text')).rowCount, 0)
  const [first, second] = [await archiveWith([HEADER, WORDING, ANNA]), await archiveWith([HEADER, WORDING])]
  await t.rejects(takeArchive(to, fileOf(second), await verifyArchive(fileOf(first))), { code: 'changed' })
  t.equal((await to.pool.query('select from taken_archive where ended_at is not null')).rowCount, 0)
})

t.test('one address twice is taken once; who has not confirmed, and what is no address, is left out', async t => {
  const to = await installation(t)
  const records = [
    HEADER, WORDING, ANNA, { ...ANNA, id: OTHER, address: 'Anna@BEISPIEL.example' },
    { ...ANNA, id: OTHER, address: 'berta@beispiel.example', state: 'pending', confirmed_at: null },
    { ...ANNA, id: OTHER, address: 'nicht' }
  ]
  t.match(await move(to, await archiveWith(records)), { added: 1, known: 1, unconfirmed: 1, invalid: 1 })
})

t.test('locks that protect nothing are refused', async t => {
  t.equal(judgeLock({ passphrase: 'zu kurz' }), 'short')
  t.equal(judgeLock({ passphrase: 'x'.repeat(1_001) }), 'long')
  t.equal(judgeLock({ passphrase: PASSPHRASE }), null)
  for (const recipient of ['', 'age1', 'ssh-ed25519 AAAA', `age1${'q'.repeat(58)}`, 'AGE-SECRET-KEY-1XYZ']) {
    t.equal(judgeLock({ recipient }), 'recipient', recipient)
  }
})

t.test('the program age opens an archive, and one that it has encrypted is taken over', async t => {
  const run = promisify(execFile)
  if (await run('age', ['--version']).catch(() => null) === null) return t.comment('age is not installed')
  const folder = await mkdtemp(join(tmpdir(), 'integrationsbrief-age-'))
  t.after(async () => await rm(folder, { recursive: true }))
  const [from, to] = [await installation(t), await installation(t)]
  await addReaders(from, someAddresses(500))
  const { stdout: keys } = await run('age-keygen')
  const recipient = /age1\w+/.exec(keys)?.[0] ?? ''
  await writeFile(join(folder, 'key'), keys)
  await writeFile(join(folder, 'archive.age'), await archiveOf(from, { recipient }))
  await run('age', ['-d', '-i', join(folder, 'key'), '-o', join(folder, 'plain'), join(folder, 'archive.age')])
  const plain = await readFile(join(folder, 'plain'), 'utf8')
  t.match(plain, /^\{"kind":"archive","format":"integrationsbrief-export","version":1/)
  await run('age', ['-r', recipient, '-o', join(folder, 'again.age'), join(folder, 'plain')])
  const file = fileOf(await readFile(join(folder, 'again.age')), { identities: keys })
  t.match(await takeArchive(to, file, await verifyArchive(file)), { added: 500 })
})
