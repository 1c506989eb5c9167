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
  const read = await readIssueFile(file, options.kinds)
  if (!read.ok) return { ok: false, lines: errorLines(read.errors) }
  const { html, text } = await renderIssue(read.content, options)
  const pictures = `${options.publicUrl}/bilder/`
  const files: Array<[path: string, content: string | Buffer]> = [
    [join(folder, 'ausgabe.html'), html.replaceAll(`src="${pictures}`, 'src="bilder/')],
    [join(folder, 'ausgabe.txt'), text],
    ...read.pictures.map((picture): [string, Buffer] => [join(folder, 'bilder', pictureName(picture)), picture.bytes])
  ]
  await mkdir(join(folder, 'bilder'), { recursive: true })
  for (const [path, content] of files) await writeFile(path, content)
  return { ok: true, paths: files.map(([path]) => path) }
}
