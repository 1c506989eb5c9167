import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { formatMasterKeys, newMasterKey, parseMasterKeys, type MasterKey } from './keyring.js'
import { hasCode, messageOf } from '../errors.js'

const fileSchema = z.strictObject({ keys: z.string() })

/**
 * Reads the master keys from a file that is made, with one random key, where there is none.
 * Of two programs that start at once, one makes the file and both read it.
 */
export async function readOrMakeKeyFile (file: string): Promise<MasterKey[]> {
  try {
    return await readKeyFile(file)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  await mkdir(dirname(file), { recursive: true })
  try {
    await placeNewFile(file, [newMasterKey()])
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
  return await readKeyFile(file)
}

/**
 * Replaces the keys in the file in one step: a crash leaves the old or the new, never half a file.
 */
export async function writeKeyFile (file: string, keys: readonly MasterKey[]): Promise<void> {
  const next = `${file}.next`
  await rm(next, { force: true })
  await writeNewFile(next, keys)
  await rename(next, file)
}

/** Puts a whole file in place unless there is one: `link` fails where the name is taken. */
async function placeNewFile (file: string, keys: readonly MasterKey[]): Promise<void> {
  const own = `${file}.${randomUUID()}`
  await writeNewFile(own, keys)
  try {
    await link(own, file)
  } finally {
    await rm(own)
  }
}

async function readKeyFile (file: string): Promise<MasterKey[]> {
  const text = await readFile(file, 'utf8')
  try {
    return parseMasterKeys(fileSchema.parse(JSON.parse(text)).keys)
  } catch (error) {
    // What the parsers say may repeat a piece of a key.
    const isOtherFile = error instanceof SyntaxError || error instanceof z.ZodError
    const reason = isOtherFile ? 'it must be {"keys": "version:secret"} and no more' : messageOf(error)
    throw new Error(`${file} is not a file of keys: ${reason}`)
  }
}

async function writeNewFile (file: string, keys: readonly MasterKey[]): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(JSON.stringify({ keys: formatMasterKeys(keys) }, null, 2) + '\n')
    await handle.sync()
  } finally {
    await handle.close()
  }
}
