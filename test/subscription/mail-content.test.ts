import t from 'tap'
import { renderIssue } from '../../src/issue/render/render.js'
import { FIRST_ACCENT } from '../../src/platform/mail/accent.js'
import { consentWording } from '../../src/subscription/consent.js'
import { cachedMailTemplates } from '../../src/subscription/mail-content.js'
import { demoIssue, parts, PUBLIC_URL, visible } from '../issue/sample.js'

const words = { publisher: parts.publisher, accent: FIRST_ACCENT }
const contentOf = cachedMailTemplates({
  fill: parts.fill,
  newsletter: parts,
  confirmTtlSeconds: 172_800
})
const confirm = await contentOf('confirm', { ...words, consent: consentWording(parts.publisher) })
const imported = await contentOf('confirm-imported', { ...words, consent: consentWording(parts.publisher) })
const already = await contentOf('already-subscribed', { ...words, consent: '' })

const ownData = await contentOf('own-data', { ...words, consent: '' })
const newAddress = await contentOf('new-address', { ...words, consent: consentWording(parts.publisher) })
const changing = await contentOf('address-changing', { ...words, consent: '' })

for (const [name, { html, text }] of Object.entries({ confirm, imported, already, ownData, newAddress, changing })) {
  t.test(`${name}: the HTML is small, and nothing in it is left of templates`, async t => {
    t.ok(Buffer.byteLength(html) < 12_000, `${Buffer.byteLength(html)} bytes`)
    t.notMatch(html, /\n[ \t]|\n\n|[ \t]{2}|\{\{|\{%|<mj-/)
  })

  t.test(`${name}: lines of the text part have at most 72 columns, but for a lone link`, async t => {
    t.same(text.split('\n').filter(line => line.length > 72 && !/^https:\/\/\S+$/.test(line)), [])
    t.notMatch(text, /[ \t]\n|\n\n\n|^={3}/m)
    t.ok(text.endsWith('\n'))
  })

  t.test(`${name}: it says what a reader must know and nothing else: no picture, no claim, no list`, async t => {
    t.notMatch(html, /<img|background="|url\(|@import|<svg/)
    t.notMatch(html + text, parts.publisher.claim)
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href as string)
    t.same(links.filter(href => !href.startsWith(`${PUBLIC_URL}/`)), [`mailto:${parts.publisher.email}`])
  })
}

t.test('issues and confirmations share the Impressum at the end and the name in two colours at the top', async t => {
  const issue = await renderIssue(await demoIssue(), { ...parts, publicUrl: PUBLIC_URL })
  const imprint = (part: string): string => part.slice(part.indexOf('Impressum')).trim()
  for (const mail of [confirm, imported, already, ownData, newAddress, changing]) {
    t.equal(imprint(mail.text), imprint(issue.text))
    t.equal(imprint(visible(mail.html)), imprint(visible(issue.html)))
    t.match(mail.html, 'Integrations<span class="accent" style="color:#2044aa">brief</span>')
  }
  t.match(issue.html, 'Integrations<span class="accent" style="color:#2044aa">brief</span>')
})
