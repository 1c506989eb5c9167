import t from 'tap'
import {
  mailboxOf,
  markControls,
  needsSmtpUtf8,
  parseAddress,
  readableAddress,
  type AddressFault,
  requireAddress
} from '../../../src/platform/mail/address.js'

const printable = (text: string): string =>
  JSON.stringify(text.slice(0, 40)).replace(/[^ -~]/gu, found => `U+${(found.codePointAt(0) as number).toString(16)}`)

const valid: Array<[typed: string, address: string, canonical?: string]> = [
  ['anna@beispiel.de', 'anna@beispiel.de'],
  ['  anna@beispiel.de\u00a0', 'anna@beispiel.de'],
  ['mailto:anna@beispiel.de', 'anna@beispiel.de'],
  ['Anna.Müller@Beispiel.DE', 'Anna.Müller@beispiel.de', 'anna.müller@beispiel.de'],
  ['anna+wir@beispiel.de', 'anna+wir@beispiel.de'],
  ['anna@straße.de', 'anna@xn--strae-oqa.de'],
  ['anna@MÜNCHEN.example', 'anna@xn--mnchen-3ya.example'],
  ['anna@xn--mnchen-3ya.example.', 'anna@xn--mnchen-3ya.example'],
  ['anna@例え.テスト', 'anna@xn--r8jz45g.xn--zckzah'],
  ['用户@例え.テスト', '用户@xn--r8jz45g.xn--zckzah'],
  ["o'brien_{x}!#$%&*/=?^`|~-@beispiel.museum", "o'brien_{x}!#$%&*/=?^`|~-@beispiel.museum"],
  ['"anna müller"@beispiel.de'.replace('ü', 'u'), '"anna muller"@beispiel.de'],
  ['"a@b"@beispiel.de', '"a@b"@beispiel.de'],
  ['"anna"@beispiel.de', 'anna@beispiel.de'],
  ['a@b.co', 'a@b.co'],
  ['<anna@beispiel.de>', 'anna@beispiel.de'],
  ['Anna Muster <anna@beispiel.de>', 'anna@beispiel.de'],
  ['"Muster, Anna" <anna@beispiel.de>;', 'anna@beispiel.de'],
  ['"anna@beispiel.de" <anna@beispiel.de>', 'anna@beispiel.de'],
  ['Anna@beispiel.de <anna@beispiel.de>', 'anna@beispiel.de'],
  ['Anna Muster <mailto:anna@beispiel.de>', 'anna@beispiel.de'],
  ['"anna@beispiel.de"', 'anna@beispiel.de'],
  ["'anna@beispiel.de'", 'anna@beispiel.de'],
  ['„anna@beispiel.de“', 'anna@beispiel.de'],
  ['»anna@beispiel.de«', 'anna@beispiel.de'],
  ['“anna@beispiel.de”', 'anna@beispiel.de'],
  ['anna@beispiel.de,', 'anna@beispiel.de'],
  ['anna@beispiel.de; ', 'anna@beispiel.de'],
  ['"anna@beispiel.de";', 'anna@beispiel.de'],
  ['mailto:anna@beispiel.de?subject=Anmeldung', 'anna@beispiel.de'],
  [`${'x'.repeat(64)}@beispiel.de`, `${'x'.repeat(64)}@beispiel.de`]
]

for (const [typed, address, canonical = address.toLowerCase()] of valid) {
  t.test(`${printable(typed)} is an address`, async t => {
    const domain = address.slice(address.lastIndexOf('@') + 1)
    t.same(parseAddress(typed), { ok: true, value: { address, canonical, domain } })
    t.same(requireAddress(address), { address, canonical, domain }, 'and its stored form reads the same')
  })
}

const invalid: Array<[typed: string, fault: AddressFault]> = [
  ['', 'empty'], ['   ', 'empty'],
  ['anna', 'no_at'], ['anna.beispiel.de', 'no_at'],
  ['@beispiel.de', 'local_part'],
  ['.anna@beispiel.de', 'local_part'],
  ['an..na@beispiel.de', 'local_part'],
  ['anna.@beispiel.de', 'local_part'],
  ['an(na)@beispiel.de', 'local_part'], ['a@b@beispiel.de', 'local_part'], ['"anna@beispiel.de', 'local_part'],
  ['anna@', 'domain'],
  ['anna@beispiel', 'domain'],
  ['anna@beispiel..de', 'domain'],
  ['anna@-beispiel.de', 'domain'],
  ['anna@beispiel.de-', 'domain'],
  ['anna@bei_spiel.de', 'domain'],
  ['anna@127.0.0.1', 'domain'],
  ['anna@0x7f.1', 'domain'],
  ['anna@[192.0.2.1]', 'domain'],
  ['anna@beispiel.de/x', 'domain'],
  ['anna@beispiel.de:25', 'domain'],
  ['anna@beispiel.de?x', 'domain'],
  ['anna@%62.de', 'domain'],
  [`anna@${'x'.repeat(64)}.de`, 'domain'],
  ['anna@beispiel,de', 'several'],
  ['anna@a.de, berta@b.de', 'several'],
  ['anna@a.de;berta@b.de', 'several'],
  ['Anna <anna@a.de>, Berta <berta@b.de>', 'several'],
  ['anna@a.de <berta@b.de>', 'several'],
  ['anna@beispiel.de\r\nBcc: x@y.de', 'control'],
  ['anna\u0000@beispiel.de', 'control'],
  ['anna\u2028@beispiel.de', 'control'],
  ['anna\u202e@beispiel.de', 'control'],
  ['an\nna@beispiel.de', 'control'],
  ['Anna\r\nBcc: x@y.de <anna@beispiel.de>', 'control'],
  ['<\u0000anna@beispiel.de>', 'control'],
  ['m\ufffdller@beispiel.de', 'local_part'],
  [`${'x'.repeat(65)}@beispiel.de`, 'too_long'],
  [`${'ü'.repeat(33)}@beispiel.de`, 'too_long'],
  [`${'x'.repeat(288)}@beispiel.de`, 'too_long'],
  ['x'.repeat(100_000) + '@b.de', 'too_long'],
  ['a' + ' '.repeat(65_000) + 'a', 'too_long'],
  [`anna@${'x'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(60)}.${'w'.repeat(60)}.example`, 'too_long']
]

for (const [typed, fault] of invalid) {
  t.test(`${printable(typed)} is none: ${fault}`, async t => {
    t.same(parseAddress(typed), { ok: false, fault })
  })
}

t.test('two spellings of one mailbox are recognised as one, but mail goes to what was written', async t => {
  const [one, two] = ['Anna@Beispiel.de', 'anna@beispiel.DE'].map(typed => requireAddress(typed))
  t.equal(one?.canonical, two?.canonical)
  t.equal(one?.address, 'Anna@beispiel.de')
  t.not(requireAddress('anna+a@beispiel.de').canonical, one?.canonical, 'a tag makes another mailbox')
})

t.test('only a local part beyond ASCII needs SMTPUTF8', async t => {
  t.ok(needsSmtpUtf8('müller@beispiel.de'))
  t.notOk(needsSmtpUtf8('anna@xn--mnchen-3ya.example'))
})

t.test('a mailbox is one whatever tag its address carries, and Gmail\'s whatever dots', async t => {
  const mailbox = (typed: string): string => mailboxOf(requireAddress(typed).canonical)
  for (const typed of ['Anna@beispiel.de', 'anna+1@beispiel.de', 'anna+a+b@beispiel.de', '"anna+x"@beispiel.de']) {
    t.equal(mailbox(typed), 'anna@beispiel.de')
  }
  for (const typed of ['a.n.na@gmail.com', 'anna+x@googlemail.com', 'an.na@GoogleMail.com']) {
    t.equal(mailbox(typed), 'anna@gmail.com')
  }
  t.equal(mailbox('an.na@beispiel.de'), 'an.na@beispiel.de', 'elsewhere a dot makes another mailbox')
  t.equal(mailbox('+anna@beispiel.de'), '+anna@beispiel.de')
})

t.test('an address is shown with the umlauts of its domain, and what cannot be shown as a mark', async t => {
  t.equal(readableAddress('Anna@xn--strae-oqa.de'), 'Anna@straße.de')
  t.equal(markControls(' a\u0000n\u202ena@b.de\r\n'), 'a\ufffdn\ufffdna@b.de')
})

t.test('an address that must be one is refused without being repeated', async t => {
  t.equal(requireAddress('Anna@Beispiel.de').canonical, 'anna@beispiel.de')
  t.throws(() => requireAddress('anna.beispiel.de'), { message: 'not a mail address (no_at)' })
})
