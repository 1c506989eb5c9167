import { Command } from 'commander'
import { configFromProcess, keyFile } from '../config.js'
import { readOrMakeKeyFile, writeKeyFile } from '../platform/key-file.js'
import { formatMasterKeys, newMasterKey, type MasterKey } from '../platform/keyring.js'
import { countSealed } from '../subscription/reseal.js'
import { say, withDatabase } from './parts.js'

/**
 * `keys`: the master keys behind seals, fingerprints and links. A key is changed in two steps, so that many
 * processes can follow one by one: `add` makes it known, `rotate` makes it the primary.
 */
export function keysCommand (): Command {
  const keys = new Command('keys').description('make, add and rotate the master keys')
  keys.command('new').description('print a value for KEYS with one new key').action(() => {
    say(formatMasterKeys([newMasterKey()]))
  })
  keys.command('add').description('add a new key that is not used yet').action(async () => {
    await change(old => [...old, newMasterKey(old)],
      ['Give the new value to every process and restart it. Then run "integrationsbrief keys rotate".'])
  })
  keys.command('rotate').description('make the newest key the primary one').action(async () => {
    await change(promoteNewest,
      ['Restart every process with the new value. The mailer then seals all addresses anew in the background;',
        '"integrationsbrief keys status" shows how far it is. Keep the old keys: links in mails that were sent need them.'])
  })
  keys.command('status').description('show how many addresses each key seals').action(async () => await status())
  return keys
}

function promoteNewest (keys: readonly MasterKey[]): MasterKey[] {
  const newest = [...keys].sort((a, b) => b.version - a.version)[0] as MasterKey
  if (newest === keys[0]) throw new Error(`key version ${newest.version} is the primary already; "integrationsbrief keys add" makes a new one`)
  return [newest, ...keys.filter(key => key !== newest)]
}

/** Changes the keys where they are kept: in the file of the data folder, or in KEYS, which only its owner can set. */
async function change (act: (keys: readonly MasterKey[]) => MasterKey[], advice: string[]): Promise<void> {
  const config = configFromProcess()
  if (config.KEYS !== undefined) {
    say(`KEYS=${formatMasterKeys(act(config.KEYS))}`)
    process.stderr.write(`${advice.join('\n')}\n`)
    return
  }
  const file = keyFile(config)
  await writeKeyFile(file, act(await readOrMakeKeyFile(file)))
  say(`${file} has been changed.`, ...advice)
}

async function status (): Promise<void> {
  await withDatabase(async ({ config, pool }) => {
    const keys = config.KEYS ?? await readOrMakeKeyFile(keyFile(config))
    const counts = await countSealed(pool)
    for (const { version } of keys) {
      say(`key ${version}${version === keys[0]?.version ? ' (primary)' : ''}: ${counts.get(version) ?? 0} addresses`)
      counts.delete(version)
    }
    for (const [version, count] of counts) say(`key ${version} (NOT in KEYS): ${count} addresses that cannot be opened`)
  })
}
