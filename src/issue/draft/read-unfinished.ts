import { BLOCK_KINDS, findKind } from '../blocks/registry.js'
import type { FormField } from '../blocks/form.js'
import { MAX_BLOCKS, parseDraft } from '../content/content.js'
import { locationOf, type FieldError } from '../content/field-errors.js'
import { unknownKey } from '../content/field-types.js'
import { pictureName, type Picture } from '../file/picture.js'
import type { FindPicture } from '../file/read-file.js'
import { readYaml } from '../file/yaml.js'
import type { Beginning } from './create-draft.js'
import { fieldsOf } from './fields.js'
import { HEAD_FORM } from './head.js'

export type ReadUnfinished =
  | { ok: true, beginning: Beginning, pictures: Picture[] }
  | { ok: false, errors: FieldError[] }

type Fields = Record<string, unknown>
type Path = readonly PropertyKey[]

/** What no field of a form can hold as it is: it would be lost, or would become another. */
interface Lost { path: Path, message: string | null }

/**
 * Reads an issue from its text as far as it is written, for a draft: whatever is missing or wrong
 * in a field is left to the checks. What would be lost is a German error with its line.
 */
export async function readUnfinished (text: string, find: FindPicture): Promise<ReadUnfinished> {
  const read = readYaml(text)
  if (!read.ok) return read
  const { data, lineOf } = read
  const parsed = parseDraft(data)
  const problems = parsed.ok ? [] : parsed.errors
  const at = (path: Path): string => `Zeile ${lineOf(path)}, ${locationOf(BLOCK_KINDS, path, data)}`
  const lost = lostIn(data).map(({ path, message }): FieldError => ({
    where: at(path),
    path,
    message: message ?? problems.find(problem => isSame(problem.path ?? [], path))?.message ?? NOT_HERE
  }))
  if (lost.length > 0 || !isRecord(data)) return { ok: false, errors: lost }
  const errors: FieldError[] = []
  const pictures = new Map<string, Picture>()
  const blocks: Beginning['blocks'] = []
  for (const [index, block] of blocksOf(data).entries()) {
    const { kind, form } = formOfBlock(block)
    blocks.push({ kind, fields: fieldsOf(form, { ...block, picture: await pictureOf(block['picture'], index) }) })
  }
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, beginning: { head: fieldsOf(HEAD_FORM, data), blocks }, pictures: [...pictures.values()] }

  async function pictureOf (picture: unknown, index: number): Promise<unknown> {
    if (!isRecord(picture) || typeof picture['file'] !== 'string') return picture
    const { file, ...described } = picture
    const found = await find(picture['file'])
    const path = ['blocks', index, 'picture', 'file']
    if (!found.ok) {
      errors.push({ where: at(path), path, message: found.message })
      return described
    }
    const { width, height } = found.picture
    const name = pictureName(found.picture)
    pictures.set(name, found.picture)
    return { name, width, height, ...described }
  }
}

const NOT_HERE = 'Diese Angabe kann hier so nicht stehen.'

function lostIn (data: unknown): Lost[] {
  if (!isRecord(data)) return [{ path: [], message: null }]
  const { blocks, ...head } = data
  const inHead = lostFields(HEAD_FORM, head, [], ['blocks'])
  if (blocks === undefined || blocks === null) return inHead
  if (!Array.isArray(blocks) || blocks.length > MAX_BLOCKS) return [...inHead, { path: ['blocks'], message: null }]
  return [...inHead, ...blocks.flatMap((block: unknown, index): Lost[] => {
    const path = ['blocks', index]
    if (!isRecord(block) || findKind(BLOCK_KINDS, block['type']) === null) return [{ path, message: null }]
    const { type, ...fields } = block
    return lostFields(formOfBlock(block).form.map(asFile), fields, path, ['type'])
  })]
}

/** `beside`: what else may stand there, for the sentence that says what was meant. */
function lostFields (form: readonly FormField[], fields: Fields, path: Path, beside: string[] = []): Lost[] {
  const known = [...beside, ...form.map(({ key }) => key)]
  return Object.entries(fields).flatMap(([key, value]) => {
    const field = form.find(each => each.key === key)
    if (field === undefined) return [{ path: [...path, key], message: unknownKey(key, known) }]
    return value === null ? [] : lostValue(field, value, [...path, key])
  })
}

function lostValue (field: FormField, value: unknown, path: Path): Lost[] {
  const here = { path, message: null }
  if (field.input === 'list') {
    if (!Array.isArray(value) || value.length > field.most) return [here]
    return value.flatMap((row: unknown, index) => isRecord(row)
      ? lostFields(field.fields, row, [...path, index])
      : [{ path: [...path, index], message: null }])
  }
  if ('fields' in field) return isRecord(value) ? lostFields(field.fields, value, path) : [here]
  const isHeld = typeof value === 'string' || (field.input === 'amount' && typeof value === 'number') ||
    (field.input === 'choice' && typeof value === 'boolean')
  return isHeld ? [] : [here]
}

/** A file names a picture by its file; name and measures come from that. */
function asFile (field: FormField): FormField {
  if (field.input !== 'picture') return field
  const file: FormField = { key: 'file', label: '', required: true, hint: null, input: 'line', max: null }
  return { ...field, fields: [file, ...field.fields.filter(({ key }) => !['name', 'width', 'height'].includes(key))] }
}

function blocksOf ({ blocks }: Fields): Fields[] {
  return Array.isArray(blocks) ? blocks as Fields[] : []
}

function formOfBlock ({ type }: Fields): { kind: string, form: readonly FormField[] } {
  const kind = findKind(BLOCK_KINDS, type)
  if (kind === null) throw new Error('the kind of the block was not judged')
  return { kind: kind.type, form: kind.form }
}

function isSame (one: Path, other: Path): boolean {
  return one.length === other.length && one.every((key, place) => key === other[place])
}

function isRecord (value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
