import { z } from 'zod'
import type { Context } from '../../platform/context.js'
import type { JobContext, RoomJobs } from '../../platform/jobs/job.js'
import type { House } from '../../platform/newsletter/house.js'
import { consentTextRecorder, consentWording } from '../../subscription/consent.js'
import { endReading, failImport, workAgain } from './control.js'
import type { ImportDeps } from './deps.js'
import { FileFault } from './file-fault.js'
import { findImport, findStale } from './import.queries.js'
import { WORK_ON_IMPORT } from './job-names.js'
import { readingSchema } from './options.js'
import { readFile } from './read-file.js'
import { runImport, type RunDeps } from './run.js'
import { workOffUndo } from './undo.js'
import { readUploaded } from './uploaded-file.js'

export interface ImportJobsDeps extends Context, Pick<ImportDeps, 'publicDomainsOnly'> { house: House }

const payloadSchema = z.object({ importId: z.int() })

/** An import that nobody has worked on for so long was left behind by a program that was killed. */
const STALE_MS = 60_000

/** The jobs of imports. */
export function importJobs (deps: ImportJobsDeps): RoomJobs {
  const { pool, clock, house } = deps
  const record = consentTextRecorder(deps)
  const consentTextId = async (): Promise<number> => await record(consentWording((await house.current()).publisher))
  return {
    jobs: {
      [WORK_ON_IMPORT]: {
        lane: 'background',
        async run (payload, context) {
          await workOn({ ...deps, consentTextId }, payloadSchema.parse(payload).importId, context)
        }
      },
      recover_imports: {
        lane: 'background',
        cron: '* * * * *',
        async run () {
          for (const { id } of await findStale.run({ before: new Date(clock.now().getTime() - STALE_MS) }, pool)) {
            await workAgain(pool, id)
          }
        }
      }
    }
  }
}

type WorkDeps = ImportJobsDeps & RunDeps

/** Does whatever there is to do for an import, as far as this program gets. */
async function workOn (deps: WorkDeps, id: number, { stopping }: Pick<JobContext, 'stopping'>): Promise<void> {
  try {
    const found = await findImport.maybeOne({ id }, deps.pool)
    if (found?.state === 'reading') await readOn(deps, found, stopping)
    if (found?.state === 'running') await runOn(deps, id, stopping)
    if (found?.state === 'undoing') await undoOn(deps, id, stopping)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    await failImport(deps, id, error)
    deps.log.info({ event: 'import_failed', import: id, reason: error.code }, 'a file could not be taken over')
  }
  if (stopping.aborted) await workAgain(deps.pool, id)
}

type Found = NonNullable<Awaited<ReturnType<typeof findImport.maybeOne>>>

async function readOn (deps: WorkDeps, found: Found, stopping: AbortSignal): Promise<void> {
  const { id, options, asks, fileMark, readLine } = found
  const order = { id, reading: readingSchema.parse(options), asks, after: readLine, mark: fileMark ?? Buffer.alloc(0) }
  const result = await readFile(deps, { ...order, bytes: readUploaded(deps, id), stopping })
  if (result === 'read') await endReading(deps, id)
}

async function runOn (deps: WorkDeps, id: number, stopping: AbortSignal): Promise<void> {
  if (await runImport(deps, id, { stopping }) !== 'done') return
  const { added = 0 } = await findImport.maybeOne({ id }, deps.pool) ?? {}
  deps.log.info({ event: 'import_done', import: id, added }, 'the addresses of a file were added')
}

async function undoOn (deps: WorkDeps, id: number, stopping: AbortSignal): Promise<void> {
  if (!await workOffUndo(deps, id, stopping)) return
  const { undone = 0 } = await findImport.maybeOne({ id }, deps.pool) ?? {}
  deps.log.info({ event: 'import_undone', import: id, erased: undone }, 'an import was undone')
}
