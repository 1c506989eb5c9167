import { Command } from 'commander'
import { configFromProcess, keyFile } from '../config.js'
import { readOrMakeKeyFile, writeKeyFile } from '../platform/crypto/key-file.js'
import { createKeyring, formatMasterKeys, newMasterKey, type MasterKey } from '../platform/crypto/keyring.js'
import { forgetKey, inspectKeys, type KeyVerdict } from '../platform/crypto/known-keys.js'
import { checkSchema } from '../platform/database/migrate.js'
import { sealed } from '../sealed-rows.js'
import { askWhether } from './ask.js'
import { say, withDatabase } from './command.js'

/**
 * `keys`: the master keys behind seals, fingerprints and links. A key is changed in two steps, so
 * that many processes can follow one by one: `add` makes it known, `rotate` makes it the primary.
 */
export function keysCommand (): Command {
  const keys = new Command('keys').description('make, add, rotate and give up the master keys')
  keys.command('new').description('print a value for KEYS with one new key').action(() => {
    say(formatMasterKeys([newMasterKey()]))
  })
  keys.command('add').description('add a new key that is not used yet').action(async () => {
    await change(old => [...old, newMasterKey(old)],
      ['Give the new value to every process and restart it. Then run "integrationsbrief keys rotate".'])
  })
  keys.command('rotate').description('make the newest key the primary one').action(async () => {
    await change(promoteNewest,
      ['Restart every process with the new value. The mailer then seals all addresses again in the background;',
        '"integrationsbrief keys status" shows how far it is.',
        'Keep the old keys: links in mails that were sent need them.'])
  })
  keys.command('status').description('show how many addresses each key seals, and whether it is the right one')
    .action(async () => await status())
  keys.command('forget <version>').description('give up a key that seals no address; links made with it stop working')
    .option('-y, --yes', 'do not ask')
    .action(async (version: string, { yes = false }: { yes?: boolean }) => await forget(version, yes))
  return keys
}

function promoteNewest (keys: readonly MasterKey[]): MasterKey[] {
  const newest = keys.reduce((newest, key) => key.version > newest.version ? key : newest)
  if (newest === keys[0]) {
    throw new Error(`key version ${newest.version} is the primary already; ` +
      '"integrationsbrief keys add" makes a new one')
  }
  return [newest, ...keys.filter(key => key !== newest)]
}

/**
 * Changes the keys where they are kept: in the file of the data folder, or in KEYS, which only its
 * owner can set.
 */
async function change (act: (keys: readonly MasterKey[]) => MasterKey[], advice: string[]): Promise<void> {
  const config = configFromProcess()
  if (config.masterKeys !== undefined) {
    say(`KEYS=${formatMasterKeys(act(config.masterKeys))}`)
    process.stderr.write(`${advice.join('\n')}\n`)
    return
  }
  const file = keyFile(config)
  await writeKeyFile(file, act(await readOrMakeKeyFile(file)))
  say(`${file} has been changed.`, ...advice)
}

async function forget (text: string, yes: boolean): Promise<void> {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new Error('a key is named by its version, such as 1')
  const version = Number(text)
  await withDatabase(async ({ config, pool }) => {
    await checkSchema({ pool })
    const file = keyFile(config)
    const keys = config.masterKeys ?? await readOrMakeKeyFile(file)
    const states = await inspectKeys({ pool, keys: createKeyring(keys), sealed })
    // KEYS then holds another key under this version, and only the one on record is given up.
    const replaced = states.some(state => state.version === version && state.verdict === 'wrong-secret')
    if (keys[0]?.version === version && !replaced) throw isPrimary(version)
    if (!await mayForget(version, yes)) {
      say('Nothing was changed.')
      return
    }
    const outcome = await forgetKey({ pool, sealed }, version)
    if (outcome === 'sealing') throw stillSeals(version)
    if (outcome === 'finding') throw stillFinds(version)
    const others = keys.filter(key => key.version !== version)
    if (outcome === 'unknown' && others.length === keys.length) {
      throw new Error(`there is no key version ${version}, neither in KEYS nor on record`)
    }
    if (replaced) {
      say(`The key that was on record as version ${version} is given up. ` +
        'The one that you have now takes its place at the next start.')
      return
    }
    if (config.masterKeys === undefined) {
      await writeKeyFile(file, others)
      say(`Key version ${version} is given up, and no longer in ${file}. Restart every process.`)
      return
    }
    say(`KEYS=${formatMasterKeys(others)}`)
    process.stderr.write(`Key version ${version} is given up. Give the new value to every process and restart it.\n`)
  })
}

function isPrimary (version: number): Error {
  return new Error(`key version ${version} is the primary one: make another one the primary first, ` +
    'by "integrationsbrief keys add" and "keys rotate"')
}

function stillSeals (version: number): Error {
  return new Error(`key version ${version} still seals addresses: the mailer seals them again ` +
    'once another key is the primary one; "integrationsbrief keys status" shows how far it is')
}

function stillFinds (version: number): Error {
  return new Error(`key version ${version} is still needed: suppressed addresses or proofs of consent ` +
    'can be found by it alone. They are erased when their time is over; "integrationsbrief keys status" counts them')
}

/** Says what is lost with a key, and asks unless `yes` is set. */
async function mayForget (version: number, yes: boolean): Promise<boolean> {
  process.stderr.write(`Links in mails that were made with key version ${version} stop working for good: ` +
    'their recipients can no longer confirm or unsubscribe by them.\n')
  return yes || await askWhether(`Give up key version ${version}?`)
}

const WORDS: Readonly<Record<KeyVerdict, string>> = {
  ok: 'ok',
  new: 'not used with this database before',
  'wrong-secret': 'WRONG SECRET: it is another key than the one that this database was used with',
  missing: 'MISSING: it is not in KEYS, and is needed',
  unneeded: 'not in KEYS, and not needed: it never was the primary'
}

async function status (): Promise<void> {
  await withDatabase(async ({ config, pool }) => {
    await checkSchema({ pool })
    const keys = createKeyring(config.masterKeys ?? await readOrMakeKeyFile(keyFile(config)))
    const counts = await sealed.count(pool)
    for (const { version, verdict, fingerprints, primarySince } of await inspectKeys({ pool, keys, sealed })) {
      const since = primarySince === null ? '' : `, first the primary on ${primarySince.toISOString().slice(0, 10)}`
      const primary = version === keys.primary ? ' (primary)' : ''
      const kept = fingerprints === 0 ? '' : ` and ${fingerprints} fingerprints of people who left`
      say(`key ${version}${primary}: ${counts.get(version) ?? 0} addresses${kept}${since}, ${WORDS[verdict]}`)
      if (verdict === 'wrong-secret' || verdict === 'missing') process.exitCode = 1
    }
  })
}
