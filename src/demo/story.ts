import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Email } from 'postal-mime'
import { readProgress, type Progress } from '../delivery/progress.js'
import { sendIssue } from '../delivery/send-issue.js'
import { readIssueFile } from '../issue/file/read-file.js'
import { requireAddress } from '../platform/mail/address.js'
import { systemClock } from '../platform/clock.js'
import type { Config } from '../config.js'
import type { Log } from '../platform/log/log.js'
import type { CaughtMail, MailCatcher } from '../local/mail-catcher/catcher.js'
import { packagePath } from '../platform/package-path.js'
import { createTemplates } from '../platform/templates.js'
import { de } from '../texts/de.js'
import type { RunningService } from '../service.js'
import { findTraces, prove, type Traces } from './proof.js'
import { awaitMails, createReaders, demoAddresses, forEach, linkTo, parse } from './readers.js'

const SIGN_UPS = 200
const CONFIRMATIONS = 190
const LEAVE_BY_ONE_CLICK = 5
const LEAVE_BY_PAGE = 5
const PATIENCE_SECONDS = 20

type Counts = Pick<Progress, 'planned' | 'sent' | 'failed' | 'skipped'>

/** What was measured; the last line of the demo. */
export interface DemoResult {
  signed_up: number
  confirmed: number
  first_issue: Counts
  unsubscribed: number
  second_issue: Counts
  erased: boolean
}

export interface StoryDeps {
  config: Config
  log: Log
  pool: Pool
  service: RunningService
  /** Every line that was logged until now. */
  logged: () => string
  say: (line: string) => void
}

/** Plays the whole main job over HTTP and SMTP, and returns what came of it. */
export async function playStory (deps: StoryDeps): Promise<DemoResult> {
  const stage = await openStage(deps)
  const { signedUp, asked } = await signUp(stage)
  const confirmed = await confirm(stage, asked)
  const first = await sendIssueTo(stage, 1, stage.addresses[0])
  const leaving = stage.addresses.slice(0, LEAVE_BY_ONE_CLICK + LEAVE_BY_PAGE)
  const keys = deps.service.keys
  const traces = await forEach(leaving, async address => await findTraces({ ...deps, keys }, address))
  const unsubscribed = await leave(stage, leaving, first.mails)
  const second = await sendIssueTo(stage, 2, stage.addresses[leaving.length])
  const erased = await searchTraces(stage, traces)
  const wellSent = countFaults(stage, leaving, first.mails, second.mails) === 0
  return {
    signed_up: signedUp,
    confirmed,
    first_issue: first.counts,
    unsubscribed,
    second_issue: second.counts,
    erased: erased && wellSent
  }
}

interface Stage extends StoryDeps {
  catcher: MailCatcher
  readers: ReturnType<typeof createReaders>
  /** Addresses as their readers type them, and as mail is sent to them. */
  typed: string[]
  addresses: string[]
  /** Where mails are kept for the audience to look at. */
  folder: string
}

type Mails = Awaited<ReturnType<typeof awaitMails>>

async function openStage (deps: StoryDeps): Promise<Stage> {
  const { config, service: { catcher } } = deps
  if (catcher === undefined) throw new Error('the demo needs the mail catcher')
  const typed = demoAddresses(SIGN_UPS)
  return {
    ...deps,
    catcher,
    readers: createReaders(config.newsletter.publicUrl),
    typed,
    addresses: typed.map(text => requireAddress(text).address),
    folder: await mkdtemp(join(tmpdir(), 'integrationsbrief-mails-'))
  }
}

/** Resolves with how many have signed up, and the mails that ask them to confirm. */
async function signUp (stage: Stage): Promise<{ signedUp: number, asked: Mails }> {
  const { config, catcher, readers, typed, addresses, folder, say } = stage
  const signedUp = await count(typed, async (address, index) => await readers.signUp(index, address))
  say(`${signedUp} readers have signed up at ${config.newsletter.publicUrl}/abonnieren.`)
  const asked = await awaitMails(catcher, 0, signedUp, PATIENCE_SECONDS)
  const shown = await show(folder, 'bestaetigung', onlyMail(asked, addresses[0]))
  say(`${asked.size} of them were asked by mail to confirm. One of these mails: ${shown}`)
  return { signedUp, asked }
}

async function confirm ({ readers, addresses, say }: Stage, asked: Mails): Promise<number> {
  const confirmed = await count(addresses.slice(0, CONFIRMATIONS), async address => {
    const link = linkTo(await parse(onlyMail(asked, address)), 'bestaetigen')
    return await readers.openAndPress(link, /bestätigt/i)
  })
  say(`${confirmed} have opened the link and pressed the button; ${asked.size - confirmed} have not, and get nothing.`)
  return confirmed
}

/** Sends one of the two issues, and shows the copy of one reader. */
async function sendIssueTo (
  stage: Stage, issue: number, shownTo: string | undefined
): Promise<{ counts: Counts, mails: Mails }> {
  const { catcher, folder, say } = stage
  const before = catcher.mails().length
  const counts = await send(stage, `ausgabe-${issue}.yaml`)
  const mails = await awaitMails(catcher, before, counts.sent, PATIENCE_SECONDS)
  const shown = await show(folder, `ausgabe-${issue}`, onlyMail(mails, shownTo))
  say(`Issue ${issue}: ${describe(counts)}. ${countSingle(mails)} mailboxes have exactly one copy. ` +
    `As it arrived: ${shown}`)
  return { counts, mails }
}

/** Sends an issue from its file, and waits until it is finished. */
async function send ({ config, pool, log }: Stage, file: string): Promise<Counts> {
  const read = await readIssueFile(packagePath('templates', 'demo', file))
  if (!read.ok) throw new Error(read.errors.map(({ where, message }) => `${where}: ${message}`).join('\n'))
  const { newsletter: { publisher, publicUrl }, delivery: { batchSize } } = config
  const deps = { pool, clock: systemClock, log }
  const { number } = await sendIssue({ ...deps, fill: createTemplates(de), publisher, publicUrl, batchSize }, {
    ...read, approver: 'Eva Muster'
  })
  const deadline = performance.now() + PATIENCE_SECONDS * 1000
  for (;;) {
    const { finishedAt, planned, sent, failed, skipped } = await readProgress({ pool }, number)
    if (finishedAt !== null || performance.now() > deadline) return { planned, sent, failed, skipped }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

async function leave ({ readers, say }: Stage, leaving: readonly string[], mails: Mails): Promise<number> {
  const left = await count(leaving, async (address, index) => {
    const mail = await parse(onlyMail(mails, address))
    if (index < LEAVE_BY_ONE_CLICK) return await readers.oneClick(mail)
    return await readers.openAndPress(linkTo(mail, 'abmelden'), /abgemeldet/i)
  })
  say(`${left} have left: ${LEAVE_BY_ONE_CLICK} by one click in their mail program, ${LEAVE_BY_PAGE} by the page.`)
  return left
}

/** Whether neither the database nor the log holds an address, or a trace of those who left. */
async function searchTraces (stage: Stage, left: readonly Traces[]): Promise<boolean> {
  const { pool, typed, addresses, logged, say } = stage
  const { bytes, ...found } = await prove({ pool }, left, typed)
  const inLog = addresses.filter(address => logged().includes(address)).length
  say(`A dump of the database (${Math.round(bytes / 1024)} KB) holds ${found.traces} traces of those who left, ` +
    `and ${found.addresses} addresses in the clear.`)
  say(`The log (${logged().split('\n').length - 1} lines at level trace) holds ${inLog} addresses.`)
  return found.traces === 0 && found.addresses === 0 && inLog === 0
}

/** Mails that came twice, and mails to people who had left. */
function countFaults ({ say }: Stage, leaving: readonly string[], first: Mails, second: Mails): number {
  const repeats = first.size - countSingle(first) + second.size - countSingle(second)
  const uninvited = leaving.filter(address => second.has(address)).length
  say(`Repeated mails: ${repeats}. Mails to people who had left: ${uninvited}.`)
  return repeats + uninvited
}

/** Runs `act` for each item, and counts how often it succeeds. */
async function count<T> (items: readonly T[], act: (item: T, index: number) => Promise<boolean>): Promise<number> {
  return (await forEach(items, act)).filter(Boolean).length
}

function onlyMail (mails: Map<string, CaughtMail[]>, address: string | undefined): CaughtMail {
  const mail = mails.get(address ?? '')?.[0]
  if (mail === undefined) throw new Error('a mail of the demo has not arrived')
  return mail
}

function countSingle (mails: Map<string, CaughtMail[]>): number {
  return [...mails.values()].filter(copies => copies.length === 1).length
}

function describe ({ planned, sent, failed, skipped }: Counts): string {
  return `${planned} planned, ${sent} sent, ${failed} failed, ${skipped} skipped`
}

/**
 * Writes a mail as it arrived: the whole, its HTML and its text. Resolves with the path of the
 * HTML.
 */
async function show (folder: string, name: string, caught: CaughtMail): Promise<string> {
  const { html = '', text = '' }: Email = await parse(caught)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.eml`), caught.raw)
  await writeFile(join(folder, `${name}.txt`), text)
  const page = join(folder, `${name}.html`)
  await writeFile(page, html)
  return page
}
