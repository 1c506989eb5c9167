import type { Pool } from 'pg'
import { witnessOf } from '../../../src/editor/audit/audit.js'
import { createKeyring, newMasterKey } from '../../../src/platform/crypto/keyring.js'
import { openAddress } from '../../../src/platform/crypto/seal.js'
import {
  beginAtCommandLine, endReading, startImport, type Order
} from '../../../src/privacy/import/control.js'
import type { ActingDeps } from '../../../src/privacy/import/deps.js'
import { importOptions, previewFile, type ImportOptions } from '../../../src/privacy/import/options.js'
import { readFile } from '../../../src/privacy/import/read-file.js'
import { refusedFile } from '../../../src/privacy/import/refused-file.js'
import { readImport, type Import } from '../../../src/privacy/import/report.js'
import { runImport } from '../../../src/privacy/import/run.js'
import { createSurvey, type Survey } from '../../../src/privacy/import/survey.js'
import { consentTextRecorder } from '../../../src/subscription/consent.js'
import { testDatabase } from '../../support/database.js'
import { travelClock, type TravelClock } from '../../support/clock.js'
import type { Test } from '../../support/test.js'

export interface Importing extends ActingDeps { clock: TravelClock, consentTextId: () => Promise<number> }

/** A database of its own, and what imports work with. */
export async function importing (t: Test): Promise<Importing> {
  const { pool } = await testDatabase(t)
  const clock = travelClock()
  const record = consentTextRecorder({ pool, clock })
  return {
    pool,
    clock,
    keys: createKeyring([newMasterKey()]),
    publicDomainsOnly: false,
    editor: null,
    witness: witnessOf({ clock }, 'command line'),
    consentTextId: async () => await record('Ich möchte den Brief bekommen.')
  }
}

/** The bytes of a file in portions of a few, so that everything may be cut anywhere. */
export async function * inPortions (bytes: Buffer, size = 1_000): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

export function surveyOf ({ keys }: Pick<ActingDeps, 'keys'>, bytes: Buffer): Survey {
  const survey = createSurvey(keys)
  for (let start = 0; start < bytes.length; start += 999) survey.feed(bytes.subarray(start, start + 999))
  return survey.end()
}

export async function orderOf (
  deps: Pick<ActingDeps, 'keys'>,
  bytes: Buffer,
  { asks = true, ...options }: Partial<ImportOptions> & { asks?: boolean } = {}
): Promise<Order & { mark: Buffer }> {
  const survey = surveyOf(deps, bytes)
  const { reading } = await previewFile(survey, importOptions.parse(options))
  return { reading, asks, mark: survey.mark }
}

/** Reads a file as the command does. */
export async function read (
  deps: Importing, content: string | Buffer, options: Parameters<typeof orderOf>[2] = {}
): Promise<Import> {
  const bytes = Buffer.from(content as string)
  const { mark, ...order } = await orderOf(deps, bytes, options)
  const id = await beginAtCommandLine(deps, order, mark)
  await readFile(deps, { id, ...order, mark, after: 0, bytes: inPortions(bytes) })
  await endReading(deps, id)
  return await found(deps, id)
}

/** Reads a file and adds what is new. */
export async function take (deps: Importing, content: string | Buffer): Promise<Import> {
  const { id } = await read(deps, content)
  await startImport(deps, id)
  await runImport(deps, id)
  return await found(deps, id)
}

export async function found ({ pool }: { pool: Pool }, id: number): Promise<Import> {
  const row = await readImport({ db: pool }, id)
  if (row === null) throw new Error('there is no such import')
  return row
}

/** Figures of a report, in the order new, known, invalid, double, suppressed. */
export function figuresOf ({ countNew, countKnown, countInvalid, countDouble, countSuppressed }: Import): number[] {
  return [countNew, countKnown, countInvalid, countDouble, countSuppressed]
}

/** The file that comes back, as lines. */
export async function refusedLines (
  deps: Importing, { id }: Pick<Import, 'id'>, content: string | Buffer, options: Parameters<typeof orderOf>[2] = {}
): Promise<string[]> {
  const bytes = Buffer.from(content as string)
  const { reading } = await orderOf(deps, bytes, options)
  const reason = { title: 'Grund', of: ({ kind, fault }: { kind: string, fault: string | null }) => fault ?? kind }
  let text = ''
  for await (const part of refusedFile(deps, { id, reading, bytes: inPortions(bytes), reason })) text += part
  return text.slice(1).trimEnd().split('\n')
}

/** Who is stored, by address and state. */
export async function subscribers ({ pool, keys }: Pick<ActingDeps, 'pool' | 'keys'>): Promise<string[]> {
  const { rows } = await pool.query<{ id: string, address_sealed: Buffer, state: string }>(
    'select id, address_sealed, state from subscriber')
  return rows.map(row => `${openAddress(keys, row.id, row.address_sealed)} ${row.state}`).sort()
}
