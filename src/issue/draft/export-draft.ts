import { strToU8, zipSync } from 'fflate'
import { stringify } from 'yaml'
import { slugFrom } from '../content/slug.js'
import { findPicture } from '../issue.queries.js'
import type { DraftDeps } from './deps.js'
import { draftInput, readDraft } from './read-draft.js'

/** A draft as a file: YAML, or a zip of it with its pictures. */
export interface ExportedDraft { fileName: string, type: string, bytes: Uint8Array }

interface Exported { yaml: string, pictures: Map<string, Uint8Array> }

const YAML = { version: '1.2', schema: 'core', lineWidth: 0, aliasDuplicateObjects: false } as const

/** The folder in which an exported issue looks for its pictures. */
const FOLDER = 'bilder'
const TYPES: Readonly<Record<string, string>> = { yaml: 'application/yaml', zip: 'application/zip' }

/** Writes a draft as the file that `issue send` reads; null if there is no such draft. */
export async function exportDraft (
  { pool }: Pick<DraftDeps, 'pool'>, id: string
): Promise<ExportedDraft | null> {
  const draft = await readDraft({ pool }, id)
  if (draft === null) return null
  const title = draft.head['title']
  const stem = slugFrom(typeof title === 'string' ? title : '')
  const { yaml, pictures } = await asYaml({ pool }, draftInput(draft))
  if (pictures.size === 0) return fileOf(`${stem}.yaml`, strToU8(yaml))
  const files: Record<string, Uint8Array> = { 'ausgabe.yaml': strToU8(yaml) }
  for (const [name, bytes] of pictures) files[`${FOLDER}/${name}`] = bytes
  return fileOf(`${stem}.zip`, zipSync(files, { level: 1, mtime: '2000-01-01' }))
}

function fileOf (fileName: string, bytes: Uint8Array): ExportedDraft {
  return { fileName, type: TYPES[fileName.replace(/^.*\./, '')] ?? '', bytes }
}

/** An issue as YAML, in which each picture is a file. One that is not stored cannot be named. */
async function asYaml (
  { pool }: Pick<DraftDeps, 'pool'>, input: Record<string, unknown>
): Promise<Exported> {
  const pictures = new Map<string, Uint8Array>()
  const blocks: Array<Record<string, unknown>> = []
  for (const { picture, ...block } of input['blocks'] as Array<Record<string, unknown>>) {
    const { name, width, height, ...described } = (picture ?? {}) as Record<string, unknown>
    const stored = typeof name === 'string' ? await findPicture.maybeOne({ name }, pool) : null
    if (stored !== null) pictures.set(String(name), stored.bytes)
    const shown = stored === null ? described : { file: `${FOLDER}/${String(name)}`, ...described }
    blocks.push(Object.keys(shown).length === 0 ? block : { ...block, picture: shown })
  }
  return { yaml: stringify({ ...input, blocks }, YAML), pictures }
}
