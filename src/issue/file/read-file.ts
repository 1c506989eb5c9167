import { dirname } from 'node:path'
import { readRegularFile } from '../../platform/regular-file.js'
import { parseDraft, type IssueContent, type IssueDraft } from '../content/content.js'
import { locationOf, type FieldError } from '../content/field-errors.js'
import { pictureName, readPicture, type Picture } from './picture.js'
import { readYaml } from './yaml.js'

/** Three times what a mail program shows without clipping. */
const MAX_BYTES = 300_000

export type ReadIssue =
  | { ok: true, content: IssueContent, pictures: Picture[] }
  | { ok: false, errors: FieldError[] }

/** Reads an issue from a YAML or JSON file and the pictures beside it. Does not throw for what an editor can mend. */
export async function readIssueFile (file: string): Promise<ReadIssue> {
  let bytes: ReturnType<typeof readRegularFile>
  try {
    bytes = readRegularFile(file, MAX_BYTES)
  } catch {
    return failed('Datei', `„${file}“ kann nicht gelesen werden. Prüfen Sie den Namen.`)
  }
  if (bytes === 'not-a-file') return failed('Datei', `„${file}“ ist keine Datei, sondern ein Ordner, eine Leitung oder ein Gerät.`)
  if (bytes === 'too-large') return failed('Datei', 'Die Datei ist größer als 300 KB. Eine Ausgabe besteht nur aus Text.')
  const text = decode(bytes)
  return text === undefined
    ? failed('Datei', 'Die Datei ist nicht in UTF-8 gespeichert. Speichern Sie sie mit dieser Zeichenkodierung.')
    : await readIssueText(text, dirname(file))
}

function decode (bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Reads an issue from its text. Pictures are looked for in `folder`, and never outside it. */
export async function readIssueText (text: string, folder: string): Promise<ReadIssue> {
  const read = readYaml(text)
  if (!read.ok) return read
  const draft = parseDraft(read.data)
  if (!draft.ok) return draft
  return await withPictures(draft.content, folder)
}

/** Puts, in place of each file name, the name that is made of the picture's content. */
async function withPictures (draft: IssueDraft & { slug: string }, folder: string): Promise<ReadIssue> {
  const errors: FieldError[] = []
  const pictures = new Map<string, Picture>()
  const blocks: IssueContent['blocks'] = []
  for (const [index, block] of draft.blocks.entries()) {
    if (block.type !== 'article') {
      blocks.push(block)
      continue
    }
    const { picture: named, ...article } = block
    if (named === undefined) {
      blocks.push(article)
      continue
    }
    const { file, ...described } = named
    const picture = await readPicture(folder, file)
    if (typeof picture === 'string') {
      errors.push({ where: locationOf(['blocks', index, 'picture'], draft), message: picture })
      continue
    }
    const name = pictureName(picture)
    pictures.set(name, picture)
    blocks.push({ ...article, picture: { ...described, name, width: picture.width, height: picture.height } })
  }
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, content: { ...draft, blocks }, pictures: [...pictures.values()] }
}

function failed (where: string, message: string): ReadIssue {
  return { ok: false, errors: [{ where, message }] }
}
