import { readdirSync } from 'node:fs'
import t from 'tap'
import { loadAssets } from '../../src/platform/http/assets.js'
import { createView, type PageName, type Pages } from '../../src/platform/http/page.js'
import { readPublisher } from '../../src/platform/newsletter/publisher.js'
import { packagePath } from '../../src/platform/package-path.js'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'
import { draftPages } from './drafts/page-data.js'
import { checkFrame, titleOf } from '../support/page-frame.js'

const NO_ERRORS = { name: null, address: null, password: null, passkey: null }
const PROBE = 'Probe <b> & "Zeichen"'

const AT = new Date('2027-01-31T12:00:00Z')
const FIGURES = {
  chart: '<svg></svg>',
  rows: [{ label: PROBE, signedUp: '1', confirmed: '1', departed: '0', active: '1' }]
}
const IMPORT = {
  id: 1,
  state: 'submitted',
  stateName: PROBE,
  about: PROBE,
  asks: false,
  fault: PROBE,
  percent: 40,
  figures: [{ name: PROBE, count: 2 }],
  fresh: 2,
  refused: [{ kind: PROBE, why: PROBE, count: 3, where: PROBE }],
  added: 2,
  undone: 0,
  imported: { toAsk: 1, asked: 1, confirmed: 1, undoable: 2 },
  askingTakes: PROBE,
  canUndo: true,
  hasFile: true,
  approval: { isOwn: false, alone: true }
}
const CHOICES = [{ value: '0', name: PROBE, isChosen: true }]
const MAPPING = {
  encodings: CHOICES,
  delimiters: CHOICES,
  header: true,
  fields: [{ field: 'email', name: PROBE, columns: CHOICES }, { field: 'time', name: PROBE, columns: CHOICES }],
  columns: [{ name: PROBE, values: [PROBE] }],
  asks: false
}
const roles = [{ role: 'write', name: 'Schreiben', has: true }]

/** Each page of the desk with the data it is shown with. */
const pages: Record<string, Record<string, unknown>> = {
  'desk/error': { status: 500, heading: 'Nicht gespeichert', message: PROBE, hint: null },
  'desk/sign-in': { address: PROBE, next: '/redaktion', error: 'Falsch.', note: null },
  'desk/sign-in-code': { next: '/redaktion', error: PROBE, app: true, passkey: true },
  'desk/welcome': { token: 'abc', first: true, name: PROBE, address: '', errors: NO_ERRORS },
  'desk/link-gone': {},
  'desk/second-factor': {
    secret: 'ABCD', sealed: 'xyz', qr: '<svg></svg>', action: '/redaktion/x', isSetup: true, error: PROBE
  },
  'desk/recovery-codes': { codes: ['abcd-efgh', PROBE], next: '/redaktion' },
  'desk/account': {
    name: PROBE,
    address: 'eva@amt.example',
    hasPassword: true,
    hasApp: true,
    codesLeft: 3,
    passkeys: [{ id: 'a', name: PROBE, backedUp: true, createdAt: AT, usedAt: null }],
    textMode: false,
    roleNames: ['Schreiben'],
    sessions: [{ id: 'a', device: PROBE, startedAt: AT, seenAt: AT, isThis: false }],
    done: PROBE,
    error: null
  },
  'desk/account-name': { name: PROBE, error: 'Falsch.' },
  'desk/prove': { next: '/redaktion', hasPassword: true, app: true, passkey: true, identity: true, error: PROBE },
  'desk/new-passkey': { error: PROBE },
  'desk/new-password': { token: null, error: PROBE },
  'desk/renew-codes': {},
  'desk/forgotten': { sent: false },
  'desk/accounts': {
    accounts: [{
      id: 'a',
      title: PROBE,
      about: PROBE,
      state: 'active',
      roles,
      isSelf: true
    }],
    address: PROBE,
    roles,
    error: 'Falsch.',
    roleError: 'Falsch.',
    done: null
  },
  'desk/audit': { lines: [{ number: 1, at: AT, actor: PROBE, action: PROBE, details: PROBE }], older: 1 },
  'desk/help': { keys: [{ keys: 'Strg+B', does: PROBE }], idleSeconds: 3_600, lifetimeSeconds: 43_200 },
  'desk/subscribers': { now: 4_812, months: FIGURES, days: FIGURES },
  'desk/export': {
    archive: {
      reason: PROBE,
      recipient: PROBE,
      errors: { reason: PROBE, passphrase: PROBE, again: PROBE, recipient: PROBE }
    },
    csv: { reason: PROBE, errors: { reason: PROBE } },
    failed: true,
    error: PROBE,
    done: PROBE
  },
  'desk/subscriber-search': { address: PROBE, error: 'Falsch.', done: null },
  'desk/subscriber': {
    masked: PROBE,
    stored: [{ state: 'pending', requestedAt: AT, mailSentAt: AT, confirmedAt: null }],
    suppressed: { why: PROBE, suppressedAt: AT, endsAt: AT },
    isPending: true,
    field: 'xyz',
    notice: { kind: 'info', title: PROBE, text: PROBE }
  },
  'desk/subscriber-erase': { masked: PROBE, field: 'xyz' },
  'desk/subscriber-suppress': { masked: PROBE, field: 'xyz', isStored: true },
  'desk/returned': {
    done: PROBE,
    isFaulty: true,
    held: [{ issue: 12, text: PROBE, readers: 214 }],
    unread: { text: PROBE, mails: [{ id: 'a', what: PROBE, at: '1. März 2027', size: '2 KB' }], isCut: true },
    doors: [{ name: PROBE, text: PROBE, fault: PROBE, code: PROBE }],
    days: 30,
    cameBack: {
      kinds: [{ name: PROBE, then: PROBE, count: '2' }],
      uncounted: PROBE,
      chart: '<svg></svg>',
      days: [{ label: PROBE, all: '2', hard: '1', complaints: '0' }]
    },
    domains: [{ domain: PROBE, count: 12, hard: 3, complaints: 0 }],
    fewest: 10
  },
  'desk/returned-erase': { issue: 12, text: PROBE, readers: 214, notice: PROBE },
  'desk/returned-mail': {
    id: 'a',
    what: PROBE,
    at: '1. März 2027',
    size: '2 KB',
    from: PROBE,
    to: PROBE,
    date: PROBE,
    subject: PROBE,
    text: PROBE,
    isCut: true,
    attachments: 2,
    known: PROBE,
    classes: [{ value: 'ignored', name: PROBE, then: PROBE, isChosen: true }],
    error: PROBE
  },
  'desk/privacy': {
    rules: [{
      what: PROBE, keeps: '7 Tage', lastRun: 'noch nie', erased: 3, oldest: '3 Tage', faults: ['Zu spät.'], note: PROBE
    }],
    uncovered: [PROBE],
    rewritten: 'noch nie',
    unwritten: [PROBE],
    ok: false
  },
  'desk/privacy-document': {
    document: {
      title: 'Verzeichnis',
      lead: PROBE,
      sections: [{
        heading: 'Empfänger',
        parts: [
          { kind: 'text', text: PROBE }, { kind: 'list', items: [PROBE] },
          { kind: 'table', head: ['Wer', 'Was', 'Wann'], rows: [[PROBE, 'x', 'y']] }
        ]
      }]
    }
  },
  'desk/imports': { imports: [{ id: 1, state: PROBE, about: PROBE, added: 2 }], error: PROBE, done: PROBE },
  'desk/import': { found: IMPORT, mapping: MAPPING, error: PROBE },
  'desk/import-approval': { found: IMPORT },
  'desk/audit-verified': { ok: true, number: 3, hash: 'abc' },
  ...draftPages(PROBE)
}
const editor = { name: PROBE, textMode: true, writes: true, approves: true, administers: true, exports: true }

const fill = createTemplates(de)
const publisher = readPublisher(packagePath('templates', 'publisher.yaml'))
const { urls: assets } = loadAssets()

const view = (base: string, signedIn: boolean) => createView(fill, () => ({
  publicUrl: `https://brief.example${base}`,
  base,
  publisher,
  assets,
  editor: signedIn ? editor : null,
  section: null,
  fourEyesOff: true,
  singleSignOn: 'Ihrem Dienstkonto'
}))

const show = async (name: string, base = '', signedIn = true): Promise<string> =>
  await view(base, signedIn)(name as PageName, pages[name] as unknown as Pages[PageName], null)

t.test('every template of a page is among the pages tested here', async t => {
  const names = readdirSync(packagePath('templates', 'desk'))
    .filter(name => name.endsWith('.liquid') && name !== 'layout.liquid')
    .map(name => `desk/${name.slice(0, -'.liquid'.length)}`)
  t.same(names.sort(), Object.keys(pages).sort())
})

t.test('every page has the frame that law and accessibility ask for, and escapes what people wrote', async t => {
  const titles = new Set<string>()
  for (const name of Object.keys(pages)) {
    for (const signedIn of [true, false]) checkFrame(t, name, await show(name, '', signedIn))
    const html = await show(name)
    t.ok(html.includes('<meta name="robots" content="noindex">'), `${name} is kept out of search engines`)
    t.ok(html.includes('Probe &lt;b&gt; &amp; &#34;Zeichen&#34;'), name)
    t.notMatch(html, /<b>/, name)
    t.notOk(titles.has(titleOf(html)), `${name} has a title of its own`)
    titles.add(titleOf(html))
  }
})

t.test('below a path, every link, button and file of every page is below it too', async t => {
  for (const name of Object.keys(pages)) {
    const html = await show(name, '/hessen/brief')
    const targets = [...html.matchAll(/\s(?:href|action|src|formaction)="(\/[^"]*)"/g)].map(match => match[1] ?? '')
    t.ok(targets.length > 8, name)
    t.same(targets.filter(target => !target.startsWith('/hessen/brief/')), [], name)
  }
})
