import { strToU8, zipSync } from 'fflate'
import { stringify } from 'yaml'
import { slugFrom } from '../content/slug.js'
import { findPicture } from '../issue.queries.js'
import type { DraftDeps } from './deps.js'
import { draftInput, readDraft } from './read-draft.js'

/** A draft as a file: YAML, or a zip of it with its pictures. */
export interface ExportedDraft { fileName: string, type: string, bytes: Uint8Array }

interface Exported { yaml: string, pictures: string[] }

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
  const { yaml, pictures } = asYaml(draftInput(draft))
  if (pictures.length === 0) return fileOf(`${stem}.yaml`, strToU8(yaml))
  const files: Record<string, Uint8Array> = { 'ausgabe.yaml': strToU8(yaml) }
  for (const name of pictures) {
    const picture = await findPicture.maybeOne({ name }, pool)
    if (picture !== null) files[`${FOLDER}/${name}`] = picture.bytes
  }
  return fileOf(`${stem}.zip`, zipSync(files, { level: 1, mtime: '2000-01-01' }))
}

function fileOf (fileName: string, bytes: Uint8Array): ExportedDraft {
  return { fileName, type: TYPES[fileName.replace(/^.*\./, '')] ?? '', bytes }
}

/** An issue as YAML, in which each picture is a file. */
function asYaml (input: Record<string, unknown>): Exported {
  const pictures = new Set<string>()
  const blocks = (input['blocks'] as Array<Record<string, unknown>>).map(({ picture, ...block }) => {
    if (picture === undefined) return block
    const { name, width, height, ...described } = picture as Record<string, unknown>
    if (typeof name !== 'string') return { ...block, picture: described }
    pictures.add(name)
    return { ...block, picture: { file: `${FOLDER}/${name}`, ...described } }
  })
  const yaml = stringify({ ...input, blocks }, YAML)
  return { yaml, pictures: [...pictures] }
}
