import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorLines } from './check.js'
import { pictureName } from './picture.js'
import { readIssueFile } from './read-file.js'
import { renderIssue, type RenderOptions } from '../render/render.js'

export type Preview = { ok: true, paths: string[] } | { ok: false, lines: string[] }

/**
 * Writes an issue as `ausgabe.html`, `ausgabe.txt` and its pictures to a folder, so that it can be
 * opened from disk without the service. Makes the folder, overwrites earlier previews in it.
 */
export async function previewIssue (file: string, folder: string, options: RenderOptions): Promise<Preview> {
  const read = await readIssueFile(file)
  if (!read.ok) return { ok: false, lines: errorLines(read.errors) }
  const { html, text } = await renderIssue(read.content, options)
  const pictures = `${options.publicUrl.replace(/\/+$/, '')}/bilder/`
  const paths = [join(folder, 'ausgabe.html'), join(folder, 'ausgabe.txt')] as const
  await mkdir(join(folder, 'bilder'), { recursive: true })
  await writeFile(paths[0], html.replaceAll(`src="${pictures}`, 'src="bilder/'))
  await writeFile(paths[1], text)
  const written: string[] = [...paths]
  for (const picture of read.pictures) {
    const path = join(folder, 'bilder', pictureName(picture))
    await writeFile(path, picture.bytes)
    written.push(path)
  }
  return { ok: true, paths: written }
}
