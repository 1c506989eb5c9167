import PostalMime from 'postal-mime'
import t from 'tap'
import { encodeQuotedPrintable } from '../../../src/platform/mail/quoted-printable.js'
import { TOKEN_PLACEHOLDER } from '../../../src/platform/mail/token-placeholder.js'

async function decode (encoded: string): Promise<string> {
  const { text = '' } = await PostalMime.parse(
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${encoded}`
  )
  return text.replace(/\n$/, '')
}

/** RFC 6376, 3.4.4, to the letter. */
function relaxedBody (body: string): string {
  return body.split('\r\n').map(line => (
    line.replace(/[ \t]+/g, ' ').replace(/ $/, '')
  )).join('\r\n').replace(/(?:\r\n)+$/, '')
}

const samples: Readonly<Record<string, string>> = {
  umlauts: 'Größe, Übung, „Zitat“ – 20 €, 👩‍👩‍👧',
  'a word of 5,000 characters': `vor ${'ä'.repeat(5000)} nach`,
  'a line that is a lone dot': 'vorher\n.\n..\nnachher',
  'dots where lines are broken': '.'.repeat(300),
  'spaces that repeat, begin and end': '  a  b   c \t d \n \nende ',
  'equals signs': 'a=b==c=3D',
  'a link with the slot':
    `Abmelden: https://integrationsbrief.hessen.example/abmelden/${TOKEN_PLACEHOLDER} und weiter, weiter, weiter`,
  'the slot at every column': Array.from({ length: 90 }, (_, column) => (
    'x'.repeat(column) + TOKEN_PLACEHOLDER
  )).join('\n')
}

for (const [name, text] of Object.entries(samples)) {
  t.test(`${name}: what is decoded is what was encoded`, async t => {
    t.equal(await decode(encodeQuotedPrintable(text)), text)
  })

  t.test(`${name}: lines are short, ASCII, without a dot at their beginning, and canonical already`, async t => {
    const encoded = encodeQuotedPrintable(text)
    for (const line of encoded.split('\r\n')) {
      t.ok(line.length <= 76)
      t.notMatch(line, /^\.|[^ -~]/)
    }
    t.equal(relaxedBody(encoded), encoded)
  })
}

t.test('the slot is never broken, so that a token can take its place', async t => {
  const encoded = encodeQuotedPrintable(samples['the slot at every column'] as string)
  t.equal(encoded.split(TOKEN_PLACEHOLDER).length, 91)
})
