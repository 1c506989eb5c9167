import { z } from 'zod'
import { inTransaction } from '../../platform/database/pool.js'
import type { ActingDeps, ImportDeps } from './deps.js'
import { failImport } from './control.js'
import { FileFault } from './file-fault.js'
import { createImport, setFile } from './import.queries.js'
import { previewFile, type ImportOptions, type Preview } from './options.js'
import type { Import } from './report.js'
import { createSurvey } from './survey.js'
import { createFileWriter, readHead } from './uploaded-file.js'

/** Some two million lines; larger files are for the command line. */
export const MOST_BYTES = 100 * 1024 * 1024

/** What a first look has found about an uploaded file. */
const fileSchema = z.object({
  bytes: z.number(), lines: z.number(), hasNul: z.boolean(), isAscii: z.boolean(), notUtf8: z.number().nullable()
})

/**
 * Takes a file that is being uploaded: its bytes are sealed as they come, and nothing of them is
 * ever written in the clear. Returns the import's number. Throws a FileFault for a file that is
 * empty, too large, or did not arrive as a whole; then it is erased.
 */
export async function takeUpload (deps: ActingDeps, bytes: AsyncIterable<Buffer>): Promise<number> {
  const { pool, clock, keys, editor, witness } = deps
  const begun = { state: 'uploading' as const, options: '{}', fileMark: null, keyVersion: keys.primary, asks: true }
  const { id } = await createImport.one({ ...begun, now: clock.now(), editor }, pool)
  try {
    const survey = createSurvey(keys)
    const file = createFileWriter(deps, id)
    let size = 0
    for await (const portion of bytes) {
      size += portion.length
      if (size > MOST_BYTES) throw new FileFault('too_large')
      survey.feed(portion)
      await file.write(portion)
    }
    await file.end()
    const { mark, head, ...found } = survey.end()
    if (head.length === 0) throw new FileFault('empty')
    await inTransaction(pool, async db => {
      await setFile.run({ id, file: JSON.stringify(found), fileMark: mark, now: clock.now() }, db)
      await witness(db, 'import.uploaded', { import: id })
    })
    return id
  } catch (error) {
    const fault = error instanceof FileFault ? error : new FileFault('broken_off')
    await failImport(deps, id, fault)
    throw error
  }
}

/** How an uploaded file would be read, and its first records. Throws a FileFault if it cannot. */
export async function previewUpload (
  deps: Pick<ImportDeps, 'pool' | 'keys'>, { id, file, fileMark }: Import, options: ImportOptions
): Promise<Preview> {
  const head = await readHead(deps, id)
  if (head === null) throw new FileFault('lost')
  return await previewFile({ ...fileSchema.parse(file), head, mark: fileMark ?? Buffer.alloc(0) }, options)
}

/** About how many lines an uploaded file has; null if that is not known. */
export function linesOf ({ file }: Pick<Import, 'file'>): number | null {
  return fileSchema.safeParse(file).data?.lines ?? null
}
