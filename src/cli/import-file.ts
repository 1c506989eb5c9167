import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { firstValues, type Config } from '../config.js'
import { witnessOf } from '../editor/audit/audit.js'
import { COMMAND_LINE } from '../editor/audit/line.js'
import { systemClock } from '../platform/clock.js'
import { checkSchema } from '../platform/database/migrate.js'
import { createHouse } from '../platform/newsletter/house.js'
import {
  beginAtCommandLine, endReading, failImport, findToResume, startImport, undoImport, type Order
} from '../privacy/import/control.js'
import type { ActingDeps } from '../privacy/import/deps.js'
import type { Encoding } from '../privacy/import/encoding.js'
import { FileFault } from '../privacy/import/file-fault.js'
import { importOptions, previewFile } from '../privacy/import/options.js'
import { readFile } from '../privacy/import/read-file.js'
import { refusedFile } from '../privacy/import/refused-file.js'
import { readImport, readRefused, type Import } from '../privacy/import/report.js'
import { runImport } from '../privacy/import/run.js'
import { createSurvey, type Survey } from '../privacy/import/survey.js'
import { consentTextRecorder, consentWording } from '../subscription/consent.js'
import { askWhether } from './ask.js'
import { existingKeys, say, type CommandDeps } from './command.js'
import { chosenColumns, DELIMITER_NAMES, type ChosenColumn } from './import-options.js'
import { asJson, describeReport, reasonOf } from './import-report.js'
import { createProgressBar } from './progress-bar.js'

export interface ImportFileOptions {
  dryRun?: boolean
  delimiter?: keyof typeof DELIMITER_NAMES
  encoding?: Encoding
  header?: boolean
  column: ChosenColumn[]
  active?: boolean
  refused?: string
  yes?: boolean
  json?: boolean
}

const STOPPED = 'the import was stopped by somebody else'

type Deps = ActingDeps & { config: Config }

/** What the command line acts with. */
export async function actingDeps ({ config, pool }: CommandDeps): Promise<Deps> {
  await checkSchema({ pool })
  const keys = await existingKeys(config)
  const witness = witnessOf({ clock: systemClock }, COMMAND_LINE)
  return { config, pool, keys, clock: systemClock, publicDomainsOnly: config.production, editor: null, witness }
}

/** Takes a file over, or says what would happen. */
export async function importFile (command: CommandDeps, file: string, options: ImportFileOptions): Promise<void> {
  // Before anything is read: a run that was killed may have written it.
  if (options.refused !== undefined && existsSync(options.refused)) {
    throw new Error(`${options.refused} exists already: remove it, or name another file for the lines that are refused`)
  }
  const deps = await actingDeps(command)
  const survey = await surveyFile(deps, file)
  const order = await orderOf(survey, options)
  const id = await readWhole(deps, { file, survey, order })
  const found = await foundImport(deps, id)
  const refused = await readRefused({ db: deps.pool }, id)
  if (options.json !== true) say(...describeReport(found, refused))
  if (options.refused !== undefined) await writeRefused(deps, { id, file, order, to: options.refused })
  if (options.dryRun === true || !await mayGoOn(found, options)) {
    if (found.state === 'read') await undoImport(deps, id)
    if (options.json === true) say(JSON.stringify(asJson(found, refused)))
    else say('Nothing was added.')
    return
  }
  await goOn(deps, found)
  const ended = await foundImport(deps, id)
  say(options.json === true ? JSON.stringify(asJson(ended, refused)) : describeEnd(ended))
}

async function surveyFile ({ keys }: Deps, file: string): Promise<Survey> {
  if (!(await stat(file)).isFile()) throw new Error(`${file} is not a file`)
  const survey = createSurvey(keys)
  for await (const bytes of createReadStream(file)) survey.feed(bytes)
  return survey.end()
}

async function orderOf (
  survey: Survey, { delimiter, encoding, header, column, active }: ImportFileOptions
): Promise<Order> {
  const { reading, records: [first = []] } = await previewFile(survey, importOptions.parse({
    encoding: encoding ?? null,
    delimiter: delimiter === undefined ? null : DELIMITER_NAMES[delimiter],
    header: header ?? null
  }))
  return { reading: { ...reading, columns: chosenColumns(reading.columns, column, first) }, asks: active !== true }
}

interface WholeFile { file: string, survey: Survey, order: Order }

/** Reads the whole file, from where an interrupted command was. Returns the import's number. */
async function readWhole (deps: Deps, { file, survey, order }: WholeFile): Promise<number> {
  const before = await findToResume(deps, order, survey.mark)
  if (before !== null) process.stderr.write(`Import ${before.id} of this file was interrupted and goes on.\n`)
  const id = before?.id ?? await beginAtCommandLine(deps, order, survey.mark)
  if (before !== null && before.state !== 'reading') return id
  const show = createProgressBar(process.stderr, () => performance.now(), { unit: 'lines', timeLeft: true })
  const total = Math.max(survey.lines, before?.readLine ?? 0)
  try {
    const read = { id, ...order, bytes: createReadStream(file), mark: survey.mark, after: before?.readLine ?? 0 }
    const result = await readFile(deps, { ...read, onProgress: line => show(Math.min(line, total), total) })
    if (result === 'stopped' || !await endReading(deps, id)) throw new Error(STOPPED)
  } catch (error) {
    if (error instanceof FileFault) await failImport(deps, id, error)
    throw error
  }
  return id
}

async function foundImport ({ pool }: Deps, id: number): Promise<Import> {
  const found = await readImport({ db: pool }, id)
  if (found === null) throw new Error(`import ${id} is gone`)
  return found
}

interface RefusedOrder { id: number, file: string, order: Order, to: string }

/** For the one who asked for it: nobody else can read the file. */
async function writeRefused (deps: Deps, { id, file, order, to }: RefusedOrder): Promise<void> {
  const reason = { title: 'Reason', of: reasonOf }
  const lines = refusedFile(deps, { id, reading: order.reading, bytes: createReadStream(file), reason })
  await pipeline(lines, createWriteStream(to, { mode: 0o600, flags: 'wx' }))
}

async function mayGoOn ({ state, countNew }: Import, { yes, active }: ImportFileOptions): Promise<boolean> {
  if (state !== 'read') return true
  if (countNew === 0) return false
  const what = active === true ? 'Ask for the approval that they become active?' : 'Add them, and ask each by mail?'
  return yes === true || await askWhether(`${countNew} new addresses. ${what}`)
}

async function goOn (deps: Deps, { id, state }: Import): Promise<void> {
  if (state === 'read' && await startImport(deps, id) === null) throw new Error(STOPPED)
  if ((await foundImport(deps, id)).state !== 'running') return
  const { config, pool, clock } = deps
  const house = createHouse({ pool, clock, first: firstValues(config) })
  const record = consentTextRecorder({ pool, clock })
  const consentTextId = async (): Promise<number> => await record(consentWording((await house.current()).publisher))
  const show = createProgressBar(process.stderr, () => performance.now(), { unit: 'addresses', timeLeft: true })
  try {
    await runImport({ ...deps, consentTextId }, id, { onProgress: show })
  } catch (error) {
    if (error instanceof FileFault) await failImport(deps, id, error)
    throw error
  }
}

function describeEnd ({ id, state, added }: Import): string {
  if (state === 'submitted') {
    return `Import ${id} waits for somebody who approves it at the desk, under Leserinnen und Leser, Import.`
  }
  return state === 'done'
    ? `Import ${id} is done: ${added} added. "integrationsbrief subscribers undo ${id}" takes it back.`
    : `Import ${id} is ${state}.`
}
