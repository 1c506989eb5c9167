import { readdir, readFile } from 'node:fs/promises'
import { packagePath } from '../../platform/package-path.js'
import type { UploadedFile } from './unpack-upload.js'

const FOLDER = packagePath('templates', 'demo')
const WEEK_MS = 7 * 86_400_000

/**
 * A demo issue and the pictures that it may name, as somebody would upload them. If its day is
 * before `today` ("2027-02-10"), all its days are moved by so many weeks that it is not: a demo
 * whose deadlines are over could not be approved.
 */
export async function readDemoFiles (
  name: 'ausgabe-1.yaml' | 'ausgabe-2.yaml', today: string
): Promise<UploadedFile[]> {
  const pictures = await Promise.all((await readdir(`${FOLDER}/bilder`)).map(async picture =>
    ({ fileName: `bilder/${picture}`, bytes: await readFile(`${FOLDER}/bilder/${picture}`) })))
  const text = moveDays(await readFile(`${FOLDER}/${name}`, 'utf8'), today)
  return [{ fileName: name, bytes: Buffer.from(text) }, ...pictures]
}

const DAY = /\b\d{4}-\d\d-\d\d\b/g

/** Moves all days of the text of an issue by whole weeks, so that each keeps its weekday. */
export function moveDays (text: string, today: string): string {
  const [, day = today] = /^date: (\S+)/m.exec(text) ?? []
  const weeks = Math.max(0, Math.ceil((Date.parse(today) - Date.parse(day)) / WEEK_MS))
  return text.replace(DAY, each => new Date(Date.parse(each) + weeks * WEEK_MS).toISOString().slice(0, 10))
}
