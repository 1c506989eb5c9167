import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { readOrMakeKeyFile, writeKeyFile } from '../../../src/platform/crypto/key-file.js'
import { createKeyring, formatMasterKeys, newMasterKey, parseMasterKeys } from '../../../src/platform/crypto/keyring.js'
import { messageOf } from '../../../src/platform/errors.js'

t.test('keys survive being written and read', async t => {
  const first = newMasterKey()
  const keys = [newMasterKey([first]), first]
  t.same(parseMasterKeys(formatMasterKeys(keys)), keys)
})

t.test('what is no key is refused without being repeated', async t => {
  const secret = newMasterKey().secret.toString('base64url')
  for (const text of [
    'geheim', `0:${secret}`, `256:${secret}`, `1:${secret},1:${secret}`, `1:${secret.slice(1)}`,
    `1:${secret},`
  ]) {
    t.throws(() => parseMasterKeys(text), text.slice(0, 8))
    try { parseMasterKeys(text) } catch (error) { t.notOk(messageOf(error).includes(secret.slice(1))) }
  }
})

t.test('each purpose and version has a key of its own', async t => {
  const first = newMasterKey()
  const ring = createKeyring([first, newMasterKey([first])])
  const derived = (['seal', 'index', 'links', 'messages', 'verp', 'check', 'limit'] as const).flatMap(
    purpose => [1, 2].map(version => ring.find(purpose, version)?.toString('hex'))
  )
  t.equal(new Set(derived).size, 14)
  t.equal(ring.find('seal', 3), null)
  t.throws(() => createKeyring([]))
})

t.test('the key file is made once, for its owner alone, by however many programs start at once', async t => {
  const folder = t.testdir()
  const file = join(folder, 'data', 'keys.json')
  const [first, ...others] = await Promise.all(Array.from({ length: 5 }, async () => await readOrMakeKeyFile(file)))
  for (const other of others) t.same(other, first)
  t.equal((await stat(file)).mode & 0o777, 0o600)
  const next = [newMasterKey(first), ...first as []]
  await writeKeyFile(file, next)
  t.same(await readOrMakeKeyFile(file), next)
  t.equal((await stat(file)).mode & 0o777, 0o600)
})

t.test('a damaged key file is never replaced by new keys', async t => {
  const folder = t.testdir({ 'keys.json': '{"keys":"1:kaputt"}' })
  await t.rejects(readOrMakeKeyFile(join(folder, 'keys.json')))
  t.equal(await readFile(join(folder, 'keys.json'), 'utf8'), '{"keys":"1:kaputt"}')
})
