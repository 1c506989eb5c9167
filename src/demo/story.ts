import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { readProgress, type Progress } from '../delivery/progress.js'
import { readDemoFiles } from '../issue/draft/demo-files.js'
import { systemClock } from '../platform/clock.js'
import { requireAddress } from '../platform/mail/address.js'
import { dayOf } from '../platform/text/dates.js'
import type { Config } from '../config.js'
import type { Log } from '../platform/log/log.js'
import type { CaughtMail, MailCatcher } from '../local/mail-catcher/catcher.js'
import type { RunningService } from '../service.js'
import { openBrowser } from './browser.js'
import {
  approve, draftDemo, giveBack, importFiles, makeAccounts, retitle, sendToAll, submit, watch, type Editors
} from './editors.js'
import { findTraces, prove, type Traces } from './proof.js'
import { awaitMails, createReaders, demoAddresses, forEach, linkTo, parse } from './readers.js'
import { show } from './show.js'

const SIGN_UPS = 200
const CONFIRMATIONS = 190
const LEAVE_BY_ONE_CLICK = 5
const LEAVE_BY_PAGE = 5
const PATIENCE_SECONDS = 20
/** Percent of the first issue after which somebody presses "pause". */
const PAUSE_AT = 20

type Counts = Pick<Progress, 'planned' | 'sent' | 'failed' | 'skipped'>

/** What was measured; the last line of the demo. */
export interface DemoResult {
  signed_up: number
  confirmed: number
  first_issue: Counts
  unsubscribed: number
  second_issue: Counts
  erased: boolean
  /** Whether each issue was approved by somebody who had written nothing of it. */
  approved_by_second_person: boolean
  /** Whether who wrote an issue was refused when they tried to approve it. */
  refused_self_approval: boolean
  /** Issues that the website lists. */
  archived: number
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
  const editors = await openDesk(stage)
  const { signedUp, asked } = await signUp(stage)
  const confirmed = await confirm(stage, asked)
  const written = await writeFirst(stage, editors)
  const first = await send(stage, editors, { issue: 1, shownTo: stage.addresses[0] })
  const leaving = stage.addresses.slice(0, LEAVE_BY_ONE_CLICK + LEAVE_BY_PAGE)
  const keys = deps.service.keys
  const traces = await forEach(leaving, async address => await findTraces({ ...deps, keys }, address))
  const unsubscribed = await leave(stage, leaving, first.mails)
  const isSecondApproved = await writeSecond(editors)
  const second = await send(stage, editors, { issue: 2, shownTo: stage.addresses[leaving.length] })
  const archived = await readArchive(stage)
  const erased = await searchTraces(stage, traces)
  const wellSent = countFaults(stage, leaving, first.mails, second.mails) === 0
  return {
    signed_up: signedUp,
    confirmed,
    first_issue: first.counts,
    unsubscribed,
    second_issue: second.counts,
    erased: erased && wellSent,
    approved_by_second_person: written.isApproved && isSecondApproved,
    refused_self_approval: written.isRefused,
    archived
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
  const asked = await awaitMails(catcher, { to: addresses, expected: signedUp, seconds: PATIENCE_SECONDS })
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

/** Two people make their accounts. */
async function openDesk (stage: Stage): Promise<Editors> {
  const { config: { newsletter: { publicUrl } }, service: { firstAccount }, catcher, say } = stage
  if (firstAccount === null) throw new Error('the demo needs a database without accounts')
  const mailTo = async (to: string): Promise<CaughtMail> =>
    onlyMail(await awaitMails(catcher, { to: [to], expected: 1, seconds: PATIENCE_SECONDS }), to)
  const editors = await makeAccounts({ base: publicUrl, firstAccount, mailTo })
  say(`Eva has made the first account at ${publicUrl}/redaktion, and has invited Kim: both with a second factor.`)
  return editors
}

/** The demo issue, through the hands of both. */
async function writeFirst (
  { say }: Stage, { eva, kim }: Editors
): Promise<{ isRefused: boolean, isApproved: boolean }> {
  const draft = await draftDemo(kim)
  await submit(kim, draft)
  const isRefused = !await approve(kim, draft)
  say(`Kim has written a draft from the demo issue. Approving it herself was ${isRefused ? 'refused' : 'NOT refused'}.`)
  await giveBack(eva, draft, 'Bitte nehmen Sie einen kürzeren Titel.')
  await retitle(kim, draft, 'Gut angekommen')
  await submit(kim, draft)
  const isApproved = await approve(eva, draft)
  say('Eva has given it back with a reason. Kim has changed the title, and Eva has approved what changed.')
  return { isRefused, isApproved }
}

/** The second issue, from a file. Resolves with whether Eva could approve it. */
async function writeSecond ({ eva, kim }: Editors): Promise<boolean> {
  const draft = await importFiles(kim, await readDemoFiles('ausgabe-2.yaml', dayOf(systemClock.now())))
  await submit(kim, draft)
  return await approve(eva, draft)
}

/** Sends an approved issue and shows one reader's copy. The first is paused in the middle. */
async function send (
  stage: Stage, { eva }: Editors, { issue, shownTo }: { issue: number, shownTo: string | undefined }
): Promise<{ counts: Counts, mails: Mails }> {
  const { addresses, catcher, folder, pool, say } = stage
  const skip = catcher.mails().length
  await sendToAll(eva, issue)
  const paused = await watch(eva, { issue, pauseAt: issue === 1 ? PAUSE_AT : null })
  if (paused !== null) say(`Eva has paused issue ${issue} in the middle („${paused}“), and has let it go on.`)
  const { planned, sent, failed, skipped } = await readProgress({ pool }, issue)
  const counts = { planned, sent, failed, skipped }
  const mails = await awaitMails(catcher, { skip, to: addresses, expected: sent, seconds: PATIENCE_SECONDS })
  const shown = await show(folder, `ausgabe-${issue}`, onlyMail(mails, shownTo))
  const report = join(folder, `bericht-${issue}.html`)
  await writeFile(report, await eva.open(`/redaktion/ausgaben/${issue}`))
  say(`Issue ${issue}: ${describe(counts)}. ${countSingle(mails)} mailboxes have exactly one copy. ` +
    `As it arrived: ${shown} Eva's report: ${report}`)
  return { counts, mails }
}

/** Reads the website as everybody may. Resolves with how many issues it lists. */
async function readArchive ({ config: { newsletter: { publicUrl } }, folder, say }: Stage): Promise<number> {
  const reader = openBrowser(publicUrl)
  const list = await reader.open('/ausgaben')
  const slugs = [...list.matchAll(/<h3><a href="\/ausgaben\/([a-z0-9-]+)">/g)].map(([, slug]) => slug)
  const path = `/ausgaben/${slugs.at(-1) ?? ''}`
  const calendar = await reader.open(`${path}/termine.ics`)
  await writeFile(join(folder, 'termine.ics'), calendar)
  const dates = calendar.match(/^BEGIN:VEVENT/gm)?.length ?? 0
  say(`The archive lists ${slugs.length} issues. ${path} is to be read by all, and has ${dates} dates for calendars.`)
  return slugs.length
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
