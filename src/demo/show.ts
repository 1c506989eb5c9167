import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Email } from 'postal-mime'
import type { CaughtMail } from '../local/mail-catcher/catcher.js'
import { parse } from './readers.js'

/**
 * Writes a mail as it arrived: the whole, its HTML and its text. Resolves with the path of the
 * HTML.
 */
export async function show (folder: string, name: string, caught: CaughtMail): Promise<string> {
  const { html = '', text = '' }: Email = await parse(caught)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.eml`), caught.raw)
  await writeFile(join(folder, `${name}.txt`), text)
  const page = join(folder, `${name}.html`)
  await writeFile(page, html)
  return page
}
