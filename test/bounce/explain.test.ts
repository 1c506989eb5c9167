import { randomUUID } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { verpSender } from '../../src/delivery/verp.js'
import { createKeyring, formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { dataFolder, runProgram, type Ended } from '../support/cli.js'
import type { Test } from '../support/test.js'
import { bounce, failed, mail, statusReport } from './read/mails.js'

const masterKey = newMasterKey()
const tagged = verpSender(createKeyring([masterKey]), 'bounces.hessen.example', { id: randomUUID(), issue: 7 })
const HARD = statusReport({ recipients: [failed('5.1.1', '550 5.1.1 User unknown')] })

async function explain (
  t: Test, args: string[], { settings = {}, input }: { settings?: Record<string, string>, input?: string } = {}
): Promise<Ended> {
  return await runProgram(t, ['bounce', 'explain', ...args], settings, input)
}

async function files (t: Test, mails: Record<string, string>): Promise<string[]> {
  const folder = await dataFolder(t)
  return await Promise.all(Object.entries(mails).map(async ([name, text]) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }))
}

t.test('each file is a line of JSON, in the order of the files', async t => {
  const away = mail(['From: a@b.example', 'Subject: Out of office'], 'x')
  const { code, stdout, stderr } = await explain(t, ['--json', ...await files(t, { 'a.eml': HARD, 'b.eml': away })])
  t.equal(code, 0)
  t.equal(stderr, '')
  t.same(stdout.trim().split('\n').map(line => JSON.parse(line) as unknown), [
    {
      kind: 'hard',
      recipients: [{
        address: 'anna@beispiel.example',
        status: '5.1.1',
        reply: '550 5.1.1 User unknown',
        rule: 'status-mailbox-unknown'
      }],
      tag: false
    },
    { kind: 'auto-reply', recipients: [], tag: false }
  ])
})

t.test('a genuine tag is told where the keys are, and no key is made to look', async t => {
  const mails = await files(t, { 'a.eml': bounce('User unknown', [`Delivered-To: ${tagged}`]) })
  const folder = await dataFolder(t)
  const data = join(folder, 'data')
  const settings = { DATA_DIR: data }
  const tag = async (settings: Record<string, string>): Promise<unknown> =>
    (JSON.parse((await explain(t, ['--json', ...mails], { settings })).stdout) as { tag: boolean }).tag
  t.equal(await tag({ ...settings, KEYS: formatMasterKeys([masterKey]) }), true)
  t.equal(await tag({ ...settings, KEYS: formatMasterKeys([newMasterKey()]) }), false)
  t.equal(await tag(settings), false)
  t.same(await readdir(folder), [], 'nothing was written')
})

t.test('a file that cannot be read is named, and the others are explained', async t => {
  const [hard = ''] = await files(t, { 'a.eml': HARD })
  const folder = await dataFolder(t)
  await mkdir(join(folder, 'folder'))
  const { code, stdout, stderr } = await explain(t, ['--json', join(folder, 'none.eml'), join(folder, 'folder'), hard])
  t.equal(code, 1)
  t.match(stderr, /none\.eml cannot be read \(ENOENT\)[^]*folder cannot be read \(EISDIR\)/)
  t.equal(stdout.trim().split('\n').length, 1)
})

t.test('nothing that a stranger wrote commands the terminal', async t => {
  const recipients = [failed('5.1.1', '550 \x1b]0;x\x07gone\u202e!')]
  const paths = await files(t, { 'a.eml': statusReport({ recipients }) })
  const { stdout } = await explain(t, paths)
  t.match(stdout, /550 \]0;xgone!/)
})

t.test('without --json it is said in words, also of standard input', async t => {
  const { code, stdout } = await explain(t, ['-'], { input: HARD })
  t.equal(code, 0)
  t.match(stdout, /^hard bounce: the mailbox does not exist/)
  t.match(stdout, 'anna@beispiel.example, status 5.1.1, by the rule status-mailbox-unknown')
  t.match(stdout, '550 5.1.1 User unknown')
})
