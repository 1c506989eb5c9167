import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import type { PageName, Pages } from '../../../src/platform/http/page.js'
import { FIRST_ACCENT, mailColours } from '../../../src/platform/mail/accent.js'
import { readPublisher } from '../../../src/platform/newsletter/publisher.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { createTemplates } from '../../../src/platform/templates.js'
import { de } from '../../../src/texts/de.js'
import { checkFrame, titleOf } from '../../support/page-frame.js'
import { archivePages } from '../../archive/page-data.js'
import { siteView } from '../../support/site.js'
import { decodeEntities } from '../../support/entities.js'

const publicUrl = 'https://brief.example'
const publisher = {
  ...readPublisher(packagePath('templates', 'publisher.yaml')),
  organisation: 'Amt für <Vielfalt> & Teilhabe'
}
const assets = {
  kern: '/assets/h/kern.css',
  site: '/assets/h/site.css',
  desk: '/assets/h/desk.css',
  issue: '/assets/h/issue.css',
  icon: '/assets/h/icon.svg',
  font: '/assets/h/a.woff2',
  deskScript: '/assets/h/script/desk.js',
  checkFrame: '/assets/h/script/check-frame.js'
}
const fill = createTemplates(de)
const view = (name: string, data: object = {}): Promise<string> =>
  siteView({ publicUrl, publisher, assets })(name as PageName, data as Pages[PageName], null)

const consent = 'Ich bin einverstanden & weiß, dass ich "jederzeit" < widerrufen > kann.'
const consentInHtml = 'Ich bin einverstanden &amp; weiß, dass ich &#34;jederzeit&#34; &lt; widerrufen &gt; kann.'
const link = `${publicUrl}/bestaetigen/SLOT`
const mail = {
  id: '7',
  from: 'a@b.example',
  to: 'c@d.example',
  subject: 'Betreff <b>',
  at: new Date('2027-01-31T12:00:00Z'),
  headers: [{ name: 'List-Id', value: 'brief.hessen.example' }]
}
const action = '/bestaetigen/abc'

/** Each page with the data it is shown with. */
const pages: Record<string, Record<string, unknown>> = {
  'subscription/subscribe': { email: '', error: null, consent },
  'subscription/subscribe-sent': {
    sender: 'brief@hessen.example',
    confirmTtlSeconds: 172_800,
    address: 'anna@gmial.com',
    likely: 'anna@gmail.com',
    waitSeconds: 300
  },
  'subscription/confirm': { action },
  'subscription/confirmed': {},
  'subscription/confirm-repeated': {},
  'subscription/confirm-expired': {},
  'subscription/confirm-gone': {},
  'subscription/unsubscribe': { action },
  'subscription/unsubscribed': {},
  'subscription/unsubscribe-gone': {},
  'subscription/link-invalid': {},
  'site/error': { status: 503, heading: 'Gleich wieder da', message: 'Eine Pause.', hint: null },
  'site/imprint': {},
  'site/privacy': {
    stored: [{ title: 'Ihre Adresse', text: 'Verschlüsselt.', ends: 'Bis Sie gehen.' }],
    more: '<p class="kern-body">Mehr.</p>'
  },
  'site/accessibility': {},
  'site/embed': { consent },
  'local/mailbox': { mails: [mail] },
  'local/mail': { mail, text: 'Guten Tag', htmlUrl: '/postfach/7/html' },
  ...archivePages
}
const PARTIALS = ['issue/page', 'site/embed-snippet']
const ANSWERS_TO_TOKENS = [
  'subscription/confirm', 'subscription/confirmed', 'subscription/confirm-repeated',
  'subscription/confirm-expired', 'subscription/confirm-gone', 'subscription/unsubscribe',
  'subscription/unsubscribed', 'subscription/unsubscribe-gone', 'subscription/link-invalid'
]

t.test('every template of a public page is among the pages tested here', async t => {
  const names = [
    'archive', 'issue', 'local', 'site', 'subscription'
  ].flatMap(room => readdirSync(packagePath('templates', room))
    .filter(name => name.endsWith('.liquid')).map(name => `${room}/${name.slice(0, -'.liquid'.length)}`))
  t.same(names.sort(), [...Object.keys(pages), ...PARTIALS].sort())
})

t.test('every page has the frame that law and accessibility ask for', async t => {
  const titles = new Map<string, string>()
  for (const [name, data] of Object.entries(pages)) {
    const html = await view(name, data)
    checkFrame(t, name, html)
    for (const path of ['/abonnieren', '/impressum', '/datenschutz', '/barrierefreiheit']) {
      t.ok(html.slice(html.indexOf('<footer')).includes(`href="${path}"`), `${name} links ${path}`)
    }
    t.notMatch(html, /<script/, `${name}: no script`)
    t.ok(html.includes('Amt für &lt;Vielfalt&gt; &amp; Teilhabe'), `${name}: the publisher, escaped`)
    t.notOk(titles.has(titleOf(html)), `${name} and ${titles.get(titleOf(html))} share a title`)
    titles.set(titleOf(html), name)
  }
})

t.test('below a path, every link, button and file of every page is below it too', async t => {
  const below = siteView({ publicUrl: 'https://www.hessen.example/hessen/brief', publisher, assets })
  for (const [name, data] of Object.entries(pages)) {
    const targets = [
      ...(await below(name as PageName, data as Pages[PageName], null)).matchAll(
        /\s(?:href|action|src|srcset|formaction|poster)="(\/[^"]*)"/g
      )
    ].map(match => match[1] ?? '')
    t.ok(targets.length > 8, name)
    t.same(targets.filter(target => !target.startsWith('/hessen/brief/')), [], name)
  }
  for (const name of readdirSync(packagePath('templates'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:liquid|mjml|txt)$/.test(name)) continue
    t.notMatch(
      readFileSync(packagePath('templates', name), 'utf8'),
      /\s(?:href|action|src)=["']?\//,
      `${name} names no path without its base`
    )
  }
})

t.test('pages behind a token, and errors, are kept out of search engines; the others are not', async t => {
  for (const [name, data] of Object.entries(pages)) {
    const hidden = [
      ...ANSWERS_TO_TOKENS,
      'subscription/subscribe-sent',
      'site/error',
      'local/mailbox',
      'local/mail',
      'archive/withdrawn',
      // It shows what was searched for.
      'archive/list'
    ].includes(name)
    t.equal((await view(name, data)).includes('<meta name="robots" content="noindex">'), hidden, name)
  }
})

t.test('the sign-up form asks for the address only, with the consent word for word', async t => {
  const html = await view('subscription/subscribe', pages['subscription/subscribe'])
  const fields = [...html.matchAll(/<(?:input|select|textarea)[^>]*?\sname="(\w+)"/g)].map(match => match[1])
  t.same(fields, ['email', 'website'])
  t.match(html, /<input[^>]* id="email"[^>]* type="email"[^>]* autocomplete="email"[^>]* aria-describedby="email-hint"/)
  t.match(html, /<div hidden>\s*<label for="website">/, 'the honeypot is hidden')
  t.ok(html.includes(consentInHtml))
  t.ok(html.slice(html.indexOf('<form'), html.indexOf('</form>')).includes('href="/datenschutz"'))
  t.notMatch(html, /checkbox|role="alert"|Fehler/)
})

t.test('a wrong address comes back escaped; the summary takes the focus, the error is tied to the field', async t => {
  const html = await view('subscription/subscribe', {
    consent,
    email: '"><b>@',
    error: { code: 'domain', message: 'Bitte prüfen Sie <das>.' }
  })
  t.match(titleOf(html), /^Fehler: /)
  t.match(html, /role="alert" tabindex="-1" autofocus/)
  t.match(html, /<a href="#email">Bitte prüfen Sie &lt;das&gt;\.<\/a>/)
  t.match(html, /aria-invalid="true" aria-describedby="email-error email-hint"/)
  t.match(html, /id="email-error"/)
  t.ok(html.includes('value="&#34;&gt;&lt;b&gt;@"'))
  t.notMatch(html, /<b>/)
})

t.test('confirm and unsubscribe show one button that posts, and no address', async t => {
  for (const name of ['subscription/confirm', 'subscription/unsubscribe']) {
    const html = await view(name, { action: '/x"y' })
    t.equal(html.match(/<form/g)?.length, 1)
    t.match(html, /<form method="post" action="\/x&#34;y">\s*<button[^>]*type="submit"/)
    t.notMatch(html, /<input|autofocus/)
  }
})

t.test('the box for other websites has no script or style, and posts to the public address', async t => {
  const html = await view('site/embed', pages['site/embed'])
  const shown = /<pre class="snippet"><code>(.*?)<\/code>/s.exec(html)?.[1] ?? ''
  const snippet = decodeEntities(shown)
  t.ok(html.includes(snippet), 'what is copied is what is previewed')
  t.match(snippet, /^<form action="https:\/\/brief\.example\/abonnieren" method="post"/)
  t.match(snippet, /<label for="integrationsbrief-email">/)
  t.match(snippet, /<p hidden>/)
  t.ok(snippet.includes(consentInHtml))
  t.ok(snippet.includes('href="https://brief.example/datenschutz"'))
  t.notMatch(snippet, /style|class=|script|<link/)
})

t.test('an issue is shown as the ready fragment; everything else is escaped', async t => {
  const html = await view('archive/issue', { ...pages['archive/issue'], title: 'Wege <i>' })
  t.ok(html.includes('<h2>Ein Artikel</h2>'))
  t.ok(html.includes('<h1>Wege &lt;i&gt;</h1>'))
  t.ok(html.includes('Ausgabe 3 vom 31. Januar 2027'))
  t.ok(html.includes('href="/assets/h/issue.css"'))
})

t.test('the mailbox says that it is for trying out, and is friendly when empty', async t => {
  t.match(
    await view('local/mailbox', pages['local/mailbox']),
    /Probebetrieb[^]*href="\/postfach\/7"[^]*Betreff &lt;b&gt;[^]*31\.01\.2027, 13:00:00 Uhr/
  )
  t.match(await view('local/mailbox', { mails: [] }), /Noch ist keine E-Mail angekommen/)
  t.match(await view('local/mail', pages['local/mail']), /<iframe[^>]* src="\/postfach\/7\/html"[^>]* sandbox="/)
})

t.test('a page\'s own data cannot pass for the publisher, and a missing field is an error', async t => {
  t.match(await view('site/imprint', { publisher: { organisation: 'Wer anders' } }), /Amt für/)
  await t.rejects(view('subscription/confirm'), /action/)
})

t.test('the mails of a sign-up say the same in text and HTML, and hold the link where it belongs', async t => {
  const colours = mailColours(FIRST_ACCENT)
  const data = { publisher, publicUrl, link, confirmTtlSeconds: 172_800, consent, colours }
  for (const name of ['confirm', 'confirm-imported', 'already-subscribed']) {
    const mjml = await fill(`subscription/mail/${name}.mjml`, data)
    const text = await fill(`subscription/mail/${name}.txt`, data)
    t.equal(mjml.split(`href="${link}"`).length - 1, 2, 'as button and as visible address')
    t.equal(text.split(link).length - 1, 1)
    t.ok(text.includes(`\n${link}\n`), 'on a line of its own')
    t.equal(mjml.match(/<h1/g)?.length, 1)
    const headings = [...mjml.matchAll(/<h[12][^>]*>([^<]+)/g)].map(match => match[1] as string)
    for (const heading of headings) t.ok(text.includes(`\n${heading}\n`), heading)
    for (const line of [publisher.street, publisher.phone, publisher.editor_in_charge, `${publicUrl}/datenschutz`]) {
      t.ok(text.includes(line) && mjml.includes(line), line)
    }
    t.notMatch(mjml, /<mj-image|<mj-social|<img|https?:\/\/(?!brief\.example)/, 'no pictures, nothing from elsewhere')
  }
  t.ok((await fill('subscription/mail/confirm.txt', data)).includes(consent), 'text is not escaped')
})
