import addressparser from 'nodemailer/lib/addressparser'
import PostalMime from 'postal-mime'
import t from 'tap'
import { compileMail } from '../../../src/platform/mail/compile.js'
import { headerText, phrase } from '../../../src/platform/mail/header-text.js'
import { readMailbox } from '../../../src/platform/mail/mailbox.js'
import { stampMail } from '../../../src/platform/mail/stamp.js'
import { dkimKey, verifyDkim } from '../../support/dkim.js'

const ADDRESS = 'brief@hessen.example'
const SPECIALS = [...',:;()@<>[]"\\.']
const PIECES = [
  ...SPECIALS,
  ...'aZ9 \'!?=_~&%#$/|{}^`*+-',
  'ü',
  'ß',
  'Ł',
  '–',
  '„',
  '€',
  'ع',
  '字',
  '👩‍👩‍👧',
  '🇩🇪',
  'e\u0301',
  'Amt',
  'Integration',
  'für',
  '=?',
  '?=',
  '=?utf-8?q?=0D=0A?=',
  '=?x?b?QQ==?='
]

/** Names of all kinds, the same in each run: each piece alone, between words, and 300 at random. */
function names (): string[] {
  let state = 1
  const random = (below: number): number => {
    state = state * 48271 % 2147483647
    return state % below
  }
  const mixed = Array.from({ length: 300 }, (_, index) =>
    Array.from({ length: 1 + random(index % 10 === 0 ? 200 : 12) }, () => PIECES[random(PIECES.length)]).join(''))
  return [
    'Integrationsbrief',
    'Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales',
    'Hessisches Ministerium fuer Arbeit, Integration, Jugend und Soziales, ' +
      'Abteilung Integration, Referat Integrationsbrief',
    'Ein "Brief" (aus \\ Hessen) <nicht@hier.example>; und: [mehr], @allen',
    'ü'.repeat(300),
    'x'.repeat(900),
    ...PIECES, ...PIECES.map(piece => `Amt ${piece} Wiesbaden`), ...PIECES.map(piece => `Für ${piece} alle`), ...mixed
  ].map(name => name.replace(/\s+/g, ' ').trim()).filter(name => name !== '')
}

const quoted = (name: string): string => `"${name.replace(/["\\]/g, '\\$&')}" <${ADDRESS}>`

/** One signed mail whose From, Reply-To and List-Id carry a name. */
async function mailFrom (name: string, subject = 'Betreff'): Promise<Buffer> {
  const from = readMailbox(quoted(name))
  const mail = compileMail({
    from,
    replyTo: from,
    subject,
    date: new Date(0),
    headers: [['List-Id', `${phrase(name)} <brief.hessen.example>`]],
    text: 'Text',
    html: '<p>Text</p>'
  })
  const { pieces } = await stampMail(
    mail,
    { to: 'anna@beispiel.example', messageId: 'a@hessen.example', token: '' },
    [dkimKey]
  )
  return Buffer.concat(pieces as Buffer[])
}

const folded = (message: string, field: string): string =>
  new RegExp(`^${field}: (?:.*\r\n[ \t])*.*`, 'm').exec(message)?.[0] ?? ''
const unfolded = (message: string, field: string): string =>
  folded(message, field).slice(field.length + 2).replace(/\r\n/g, '')

/**
 * Parses an address field and writes it again from what was understood, as a relay does that
 * rewrites headers.
 */
function rewrite (message: string, field: string): string {
  const value = unfolded(message, field)
  const addresses = addressparser(value, { flatten: true }).map(({ name, address }) => {
    const shown = name.startsWith('=?') ? name : `"${name.replace(/["\\]/g, '\\$&')}"`
    return name === '' ? address : `${shown} <${address}>`
  })
  return message.replace(folded(message, field), () => `${field}: ${addresses.join(',\r\n\t')}`)
}

t.test('any name is read as it was meant, by one address, also after a relay has rewritten the fields', async t => {
  for (const name of names()) {
    const message = (await mailFrom(name)).toString()
    const relayed = rewrite(rewrite(message, 'From'), 'Reply-To')
    for (const copy of [message, relayed]) {
      const mail = await PostalMime.parse(copy)
      t.same([mail.from, mail.replyTo], [{ name, address: ADDRESS }, [{ name, address: ADDRESS }]], name.slice(0, 60))
    }
    t.same(addressparser(unfolded(message, 'From')).map(({ address }) => address), [ADDRESS])
    t.equal((await verifyDkim(Buffer.from(relayed))).result, 'pass', name.slice(0, 60))
    t.match(unfolded(message, 'List-Id'), / <brief\.hessen\.example>$/)
    for (const field of ['From', 'Reply-To', 'List-Id']) {
      t.ok(folded(message, field).split('\r\n').every(line => line.length <= 76), field)
    }
  }
})

t.test('a phrase is a quoted string or encoded words of up to 75 characters, none cut within one', async t => {
  t.equal(phrase('  Amt\t für   Integration '), '=?UTF-8?Q?Amt_f=C3=BCr_Integration?=')
  t.equal(phrase('Amt \t fuer Integration'), '"Amt fuer Integration"')
  t.equal(phrase('a "b" \\ c'), '"a \\"b\\" \\\\ c"')
  for (const name of names()) {
    const written = phrase(name)
    if (/^"(?:[^"\\]|\\["\\])*"$/.test(written)) continue
    for (const word of written.split(' ')) {
      t.match(word, /^=\?UTF-8\?Q\?(?:[A-Za-z0-9!*+/_-]|=[0-9A-F]{2})+\?=$/)
      t.ok(word.length <= 75)
      const bytes = Buffer.from(
        word.slice(10, -2).replace(/_/g, ' ').replace(/=(..)/g, (_, hex: string) => (
          String.fromCharCode(parseInt(hex, 16))
        )),
        'latin1'
      )
      t.notMatch(bytes.toString(), /\ufffd/, 'whole characters')
    }
  }
  t.throws(() => phrase('a\r\nBcc: b@c.example'), /control character/)
})

t.test('a subject is read exactly as it was typed', async t => {
  const subjects = [
    'Ausgabe 7', '=?utf-8?q?=0D=0ABcc:_b@c.example?=', 'vor =?utf-8?b?QQ==?= nach', 'zwei  Leerzeichen',
    ' davor und danach ', 'x'.repeat(1_500), 'Wort '.repeat(300).trim(),
    'Förderaufruf: 20.000 € für Städte, Gemeinden und Landkreise, die Vielfalt gestalten',
    '👩‍👩‍👧'.repeat(40),
    'a?b=c_d',
    '=3D_'
  ]
  for (const subject of subjects) {
    const message = await mailFrom('Amt', subject)
    t.equal((await PostalMime.parse(message)).subject, subject)
    t.equal((await verifyDkim(message)).result, 'pass')
    t.ok(Math.max(...message.toString().split('\r\n').map(line => line.length)) <= 998)
  }
  t.equal(headerText('Ausgabe 7: Was hilft?'), 'Ausgabe 7: Was hilft?', 'plain text stays as it is')
})

t.test('a mailbox is read with quotes, escapes and specials in its name, or without any', async t => {
  const cases: Array<[written: string, name: string]> = [
    ['"a \\"b\\"" <brief@hessen.example>', 'a "b"'],
    ['"a \\\\ b, c" <brief@hessen.example>', 'a \\ b, c'],
    ['Amt für Arbeit, Integration (WIR): <brief@hessen.example>', 'Amt für Arbeit, Integration (WIR):'],
    ['Der "Brief" <brief@hessen.example>', 'Der "Brief"'],
    ['a@b [c] > d < e; <brief@hessen.example>', 'a@b [c] > d < e;'],
    [' brief@hessen.example ', ''], ['<brief@hessen.example>', ''], ['"" <brief@hessen.example>', '']
  ]
  for (const [written, name] of cases) {
    t.same(readMailbox(written), { name, address: ADDRESS, domain: 'hessen.example' }, written)
  }
  for (const special of SPECIALS) {
    t.equal(readMailbox(`Amt ${special} Hessen <${ADDRESS}>`).name, `Amt ${special} Hessen`)
  }
  for (const wrong of [
    '', 'Amt', '<>', 'Amt <>', '"Amt <brief@hessen.example>', '"Amt" für <brief@hessen.example>',
    'Amt\u0000 <brief@hessen.example>', 'Amt <brief@hessen.example> x', 'a@b.example, brief@hessen.example'
  ]) {
    t.throws(() => readMailbox(wrong), /must be a mail address/, JSON.stringify(wrong))
  }
})
