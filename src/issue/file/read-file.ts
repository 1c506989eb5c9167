import { dirname } from 'node:path'
import { readRegularFile, type ReadFile } from '../../platform/regular-file.js'
import type { Block, BlockKind } from '../blocks/block-kind.js'
import { BLOCK_KINDS } from '../blocks/registry.js'
import { parseDraft, type IssueContent, type IssueDraft } from '../content/content.js'
import { locationOf, type FieldError } from '../content/field-errors.js'
import { pictureName, readPicture, type Picture, type ReadPicture } from './picture.js'
import { readYaml } from './yaml.js'

/** Three times what a mail program shows without clipping. */
const MAX_BYTES = 300_000

export type ReadIssue =
  | { ok: true, content: IssueContent, pictures: Picture[] }
  | { ok: false, errors: FieldError[] }

/**
 * Reads an issue from a YAML or JSON file, and the pictures beside it. Whatever an editor can
 * correct is a German error; nothing is thrown for it.
 */
export async function readIssueFile (file: string, kinds: readonly BlockKind[] = BLOCK_KINDS): Promise<ReadIssue> {
  const read = readText(file)
  return read.ok ? await readIssueText(read.text, dirname(file), kinds) : failed('Datei', read.message)
}

function readText (file: string): { ok: true, text: string } | { ok: false, message: string } {
  const refused = (message: string): { ok: false, message: string } => ({ ok: false, message })
  let found: ReadFile
  try {
    found = readRegularFile(file, MAX_BYTES)
  } catch {
    return refused(`„${file}“ kann nicht gelesen werden. Prüfen Sie den Namen.`)
  }
  if (!found.ok) {
    return refused(found.reason === 'too-large'
      ? 'Die Datei ist größer als 300 KB. Eine Ausgabe besteht nur aus Text.'
      : `„${file}“ ist keine Datei, sondern ein Ordner, eine Leitung oder ein Gerät.`)
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(found.bytes) }
  } catch {
    return refused('Die Datei ist nicht in UTF-8 gespeichert. Speichern Sie sie mit dieser Zeichenkodierung.')
  }
}

/** Reads an issue from its text. Pictures are looked for in `folder`, and never outside it. */
export async function readIssueText (
  text: string, folder: string, kinds: readonly BlockKind[] = BLOCK_KINDS
): Promise<ReadIssue> {
  return await readIssueWith(text, async file => await readPicture(folder, file), kinds)
}

/** Finds the picture that an issue names. */
export type FindPicture = (file: string) => Promise<ReadPicture>

/** Reads an issue from its text, and its pictures from wherever they are found. */
async function readIssueWith (
  text: string, find: FindPicture, kinds: readonly BlockKind[] = BLOCK_KINDS
): Promise<ReadIssue> {
  const read = readYaml(text)
  if (!read.ok) return read
  const draft = parseDraft(read.data, kinds)
  return draft.ok ? await withPictures(kinds, draft.content, find) : draft
}

/** Replaces each picture's file name by the name that is made of its content. */
async function withPictures (kinds: readonly BlockKind[], draft: IssueDraft, find: FindPicture): Promise<ReadIssue> {
  const errors: FieldError[] = []
  const pictures = new Map<string, Picture>()
  const blocks: Block[] = []
  for (const [index, { picture: named, ...block }] of draft.blocks.entries()) {
    if (named === undefined) {
      blocks.push(block)
      continue
    }
    const { file, ...described } = named
    const read = await find(file)
    if (!read.ok) {
      const path = ['blocks', index, 'picture']
      errors.push({ where: locationOf(kinds, path, draft), path: [...path, 'file'], message: read.message })
      continue
    }
    const { picture } = read
    const name = pictureName(picture)
    pictures.set(name, picture)
    blocks.push({ ...block, picture: { ...described, name, width: picture.width, height: picture.height } })
  }
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, content: { ...draft, blocks }, pictures: [...pictures.values()] }
}

function failed (where: string, message: string): ReadIssue {
  return { ok: false, errors: [{ where, message }] }
}
