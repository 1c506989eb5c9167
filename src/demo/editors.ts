import { setTimeout as delay } from 'node:timers/promises'
import { TOTP } from 'otpauth'
import type { UploadedFile } from '../issue/draft/unpack-upload.js'
import type { CaughtMail } from '../local/mail-catcher/catcher.js'
import { openBrowser, type Answer, type Browser } from './browser.js'
import { linkTo, parse } from './readers.js'

const PASSWORD = 'vier Augen sehen mehr als zwei'
const KIM = 'kim.beispiel@hessen.example'

/** Who works at the desk. Both may approve, and neither what they wrote themselves. */
export interface Editors { eva: Browser, kim: Browser }

export interface EditorsDeps {
  base: string
  /** The path of the link to the first account. */
  firstAccount: string
  /** Resolves with the first mail to an address. */
  mailTo: (address: string) => Promise<CaughtMail>
}

/** Makes two accounts through the pages: the first by its link, the other by an invitation. */
export async function makeAccounts ({ base, firstAccount, mailTo }: EditorsDeps): Promise<Editors> {
  const [eva, kim] = [openBrowser(base), openBrowser(base)]
  await setUp(eva, firstAccount, { name: 'Eva Muster', address: 'eva.muster@hessen.example' })
  const invitation = new URLSearchParams([['address', KIM], ['rechte', 'write'], ['rechte', 'approve']])
  accepted(await eva.send('/redaktion/konten/einladen', invitation))
  const link = linkTo(await parse(await mailTo(KIM)), 'willkommen')
  await setUp(kim, new URL(link).pathname, { name: 'Kim Beispiel' })
  // The minutes between "send" and the first mail are for people.
  accepted(await eva.fillIn('/redaktion/einstellungen', '/bedenkzeit', { minuten: '0' }))
  return { eva, kim }
}

/** Gives a name, a password, and the code that an authenticator app shows. */
async function setUp (browser: Browser, welcome: string, person: Readonly<Record<string, string>>): Promise<void> {
  accepted(await browser.fillIn(welcome, welcome, { ...person, password: PASSWORD }))
  const path = '/redaktion/zweiter-faktor'
  const page = await browser.open(path)
  const secret = found(/<code>([A-Z2-7 ]+)<\/code>/, page).replaceAll(' ', '')
  const sealed = found(/name="sealed" value="([^"]+)"/, page)
  accepted(await browser.send(path, { sealed, code: new TOTP({ secret }).generate() }))
}

/** Begins a draft from the demo issue. Resolves with its path. */
export async function draftDemo (writer: Browser): Promise<string> {
  return pathOf(accepted(await writer.send('/redaktion/entwuerfe/beispiel', {})))
}

/** Begins a draft from uploaded files. Resolves with its path. */
export async function importFiles (writer: Browser, files: readonly UploadedFile[]): Promise<string> {
  const form = new FormData()
  for (const { fileName, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), fileName)
  return pathOf(accepted(await writer.send('/redaktion/entwuerfe/import', form)))
}

/** Hands a draft over to those who approve. */
export async function submit (writer: Browser, draft: string): Promise<void> {
  accepted(await writer.fillIn(`${draft}/freigabe`, '/einreichen'))
}

/** Gives a draft back with a reason. */
export async function giveBack (approver: Browser, draft: string, reason: string): Promise<void> {
  accepted(await approver.fillIn(`${draft}/freigabe`, '/zurueckgeben', { grund: reason }))
}

/** Changes the title. */
export async function retitle (writer: Browser, draft: string, title: string): Promise<void> {
  accepted(await writer.fillIn(draft, '/kopf', { title }))
}

/**
 * Approves the mail that the page shows. Resolves with whether it was taken as the approval of
 * somebody who had changed nothing.
 */
export async function approve (approver: Browser, draft: string): Promise<boolean> {
  const hash = found(/<code class="hash">([0-9a-f]{64})<\/code>/, await approver.open(`${draft}/freigabe`))
  const { status, location } = await approver.send(`${draft}/freigeben`, { hash })
  return status === 303 && new URL(location ?? '', 'http://localhost').searchParams.get('getan') === 'approved'
}

/** Sends an issue to all readers, and types their number as the page tells it. */
export async function sendToAll (approver: Browser, issue: number): Promise<void> {
  accepted(await approver.fillIn(`/redaktion/ausgaben/${issue}`, '/senden', given => ({
    anzahl: given['gesehen'] ?? ''
  })))
}

interface Seen { phase: string, spoken: string }

/**
 * Watches a delivery until it is over. With `pauseAt`, stops it when so many percent are done, and
 * lets it go on. Resolves with what was heard while it stood still; null if it never did.
 */
export async function watch (
  approver: Browser, { issue, pauseAt = null }: { issue: number, pauseAt?: number | null }
): Promise<string | null> {
  const path = `/redaktion/ausgaben/${issue}`
  let paused: string | null = null
  // The mailer looks every two seconds for what is to be sent.
  for (let looks = 0; looks < 100 && !(await approver.open(path)).includes('data-watch='); looks++) await delay(100)
  for await (const event of approver.listen(`${path}/verlauf`)) {
    const { phase, spoken } = event as unknown as Seen
    if (phase === 'over') return paused
    if (phase === 'paused') {
      paused = spoken
      accepted(await approver.fillIn(path, '/fortsetzen'))
    } else if (pauseAt !== null && paused === null && Number.parseInt(spoken) >= pauseAt) {
      accepted(await approver.fillIn(path, '/anhalten'))
    }
  }
  throw new Error('nobody tells how far the delivery is')
}

/** Throws if what was asked for was not done. */
function accepted (answer: Answer): Answer {
  const { status, page } = answer
  if (status < 400) return answer
  throw new Error(`the desk answers with ${status}: ${/<h1[^>]*>([^<]*)/.exec(page)?.[1] ?? ''}`)
}

/** Where an answer leads to, without what it says there. */
function pathOf ({ location }: Answer): string {
  if (location === null) throw new Error('the desk leads nowhere')
  return new URL(location, 'http://localhost').pathname
}

function found (pattern: RegExp, page: string): string {
  const [, what] = pattern.exec(page) ?? []
  if (what === undefined) throw new Error('a page of the desk does not show what it should')
  return what
}
