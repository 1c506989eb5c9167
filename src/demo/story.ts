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
import { findTraces, prove } from './proof.js'
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
export async function playStory ({ config, log, pool, service, logged, say }: StoryDeps): Promise<DemoResult> {
  const catcher = service.catcher as MailCatcher
  const readers = createReaders(config.newsletter.publicUrl)
  const typed = demoAddresses(SIGN_UPS)
  const addresses = typed.map(text => requireAddress(text).address)
  const shown = await mkdtemp(join(tmpdir(), 'integrationsbrief-mails-'))

  const signedUp = (await forEach(typed, async (address, index) => await readers.signUp(index, address))).filter(Boolean).length
  say(`${signedUp} readers have signed up at ${config.newsletter.publicUrl}/abonnieren.`)

  const asked = await awaitMails(catcher, 0, signedUp, PATIENCE_SECONDS)
  await show(shown, 'bestaetigung', onlyMail(asked, addresses[0]))
  say(`${asked.size} of them were asked by mail to confirm. One of these mails: ${join(shown, 'bestaetigung.html')}`)

  const confirmed = (await forEach(addresses.slice(0, CONFIRMATIONS), async address =>
    await readers.openAndPress(linkTo(await parse(onlyMail(asked, address)), 'bestaetigen'), /bestätigt/i))).filter(Boolean).length
  say(`${confirmed} have opened the link and pressed the button; ${signedUp - confirmed} have not, and get nothing.`)

  const first = await send('ausgabe-1.yaml')
  const firstMails = await awaitMails(catcher, asked.size, first.sent, PATIENCE_SECONDS)
  await show(shown, 'ausgabe-1', onlyMail(firstMails, addresses[0]))
  say(`Issue 1: ${describe(first)}. ${countSingle(firstMails)} mailboxes have exactly one copy. As it arrived: ${join(shown, 'ausgabe-1.html')}`)

  const leaving = addresses.slice(0, LEAVE_BY_ONE_CLICK + LEAVE_BY_PAGE)
  const traces = await forEach(leaving, async address => await findTraces({ pool, keys: service.keys }, address))
  const left = (await forEach(leaving, async (address, index) => {
    const mail = await parse(onlyMail(firstMails, address))
    return index < LEAVE_BY_ONE_CLICK ? await readers.oneClick(mail) : await readers.openAndPress(linkTo(mail, 'abmelden'), /abgemeldet/i)
  })).filter(Boolean).length
  say(`${left} have left: ${LEAVE_BY_ONE_CLICK} by one click in their mail program, ${LEAVE_BY_PAGE} by the page.`)

  const second = await send('ausgabe-2.yaml')
  const secondMails = await awaitMails(catcher, asked.size + first.sent, second.sent, PATIENCE_SECONDS)
  await show(shown, 'ausgabe-2', onlyMail(secondMails, addresses.at(leaving.length)))
  const repeats = firstMails.size - countSingle(firstMails) + secondMails.size - countSingle(secondMails)
  const uninvited = leaving.filter(address => secondMails.has(address)).length
  say(`Issue 2: ${describe(second)}. As it arrived: ${join(shown, 'ausgabe-2.html')}`)

  const proof = await prove({ pool }, traces, typed)
  const inLog = addresses.filter(address => logged().includes(address)).length
  say(`A dump of the database (${Math.round(proof.bytes / 1024)} KB) holds ${proof.traces} traces of those who left, and ${proof.addresses} addresses in the clear.`)
  say(`The log (${logged().split('\n').length - 1} lines at level trace) holds ${inLog} addresses.`)
  say(`Repeated mails: ${repeats}. Mails to people who had left: ${uninvited}.`)

  return {
    signed_up: signedUp,
    confirmed,
    first_issue: first,
    unsubscribed: left,
    second_issue: second,
    erased: proof.traces === 0 && proof.addresses === 0 && inLog === 0 && repeats === 0 && uninvited === 0
  }

  async function send (file: string): Promise<Counts> {
    const read = await readIssueFile(packagePath('templates', 'demo', file))
    if (!read.ok) throw new Error(read.errors.map(({ where, message }) => `${where}: ${message}`).join('\n'))
    const { newsletter: { publisher, publicUrl }, delivery: { batchSize } } = config
    const deps = { pool, clock: systemClock, log }
    const { number } = await sendIssue({ ...deps, fill: createTemplates(de), publisher, publicUrl, batchSize }, read)
    const deadline = performance.now() + PATIENCE_SECONDS * 1000
    for (;;) {
      const { finishedAt, planned, sent, failed, skipped } = await readProgress({ pool }, number)
      if (finishedAt !== null || performance.now() > deadline) return { planned, sent, failed, skipped }
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
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

/** Writes a mail as it arrived: the whole, its HTML and its text. */
async function show (folder: string, name: string, caught: CaughtMail): Promise<void> {
  const { html = '', text = '' }: Email = await parse(caught)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.eml`), caught.raw)
  await writeFile(join(folder, `${name}.html`), html)
  await writeFile(join(folder, `${name}.txt`), text)
}
