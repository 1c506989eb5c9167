import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import t, { type Test } from 'tap'
import { checkIssue } from '../../../src/issue/file/check.js'
import { previewIssue } from '../../../src/issue/file/preview.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { article, issue, parts } from '../sample.js'

const DEMO = packagePath('templates', 'demo', 'ausgabe-1.yaml')

async function check (t: Test, input: unknown): Promise<{ ok: boolean, lines: string[] }> {
  return await checkIssue(join(t.testdir({ 'a.json': JSON.stringify(input) }), 'a.json'), parts)
}

t.test('a good issue is reported with its measures and nothing else', async t => {
  const { ok, lines } = await checkIssue(DEMO, parts)
  t.ok(ok)
  t.equal(lines.length, 1)
  t.match(lines[0], /^In Ordnung: 9 Blöcke, HTML \d\d KB, Text \d KB, Lesezeit 3 Minuten\.$/)
})

t.test('errors are lines that begin with where they are', async t => {
  t.same(await check(t, issue(article({ headline: undefined }))), {
    ok: false,
    lines: ['Block 1 (Artikel): Die Überschrift fehlt.']
  })
})

t.test('hindrances are told before hints, with the place and the code of their check', async t => {
  const { ok, lines } = await check(t, {
    ...issue(
      article({ body: 'Wir kochen.\n\n'.repeat(2_000) }),
      { type: 'funding_call', title: 'x', amount: 1, who: 'alle', deadline: '2027-02-09' },
      {
        type: 'event',
        title: 'y',
        dates: [{ start: '2027-02-10 10:00', place: 'K' }, { start: '2026-02-11', place: 'K' }],
        registration: { url: 'https://example.org', deadline: '2026-01-01' }
      }),
    subject: 'x y '.repeat(18).trim()
  })
  t.notOk(ok)
  const over = 'ist vorbei, wenn die Ausgabe versandt wird. Berichtigen oder entfernen Sie die Angabe.'
  t.match(lines, [
    /^Noch nicht fertig: 3 Blöcke/,
    /^Hindernis: Die Mail ist mit 1\d\d KB größer als 90 KB.* \(too-heavy\)$/,
    `Hindernis: Block 2 (Förderaufruf): Die Frist ${over} (deadline-over)`,
    `Hindernis: Block 3 (Veranstaltung), Termin 2: Der Termin ${over} (event-over)`,
    `Hindernis: Block 3 (Veranstaltung), Anmeldung: Der Anmeldeschluss ${over} (deadline-over)`,
    /^Hinweis: Der Betreff ist mit 71 Zeichen recht lang\..* \(subject-long\)$/
  ])
  t.equal(lines.length, 6)
})

t.test('hints alone do not make an issue unfit to be sent', async t => {
  const { ok, lines } = await check(t, issue(article({ body: 'Zwei  Löffel Salz.' })))
  t.ok(ok)
  t.match(lines, [/^In Ordnung: 1 Block, /, /^Hinweis: Block 1 \(Artikel\): Hier stehen mehrere .* \(space-doubled\)$/])
})

t.test('the first twenty errors are shown without control characters, and the others are counted', async t => {
  const { lines } = await check(
    t,
    issue(...Array.from({ length: 30 }, () => article({ headline: undefined, '\u001b[2J\u202e': 1 })))
  )
  t.equal(lines.length, 21)
  t.match(lines[0], /^Block 1 \(Artikel\): Die Überschrift fehlt/)
  t.match(lines[1], /Die Angabe „\ufffd\[2J\ufffd“ ist unbekannt/)
  t.equal(lines[20], 'und 40 weitere')
})

t.test('a preview can be opened from disk, without the service', async t => {
  const folder = join(t.testdir(), 'neu', 'vorschau')
  const preview = await previewIssue(DEMO, folder, parts)
  if (!preview.ok) throw new Error(preview.lines.join('\n'))
  t.match(preview.paths.map(path => basename(path)), ['ausgabe.html', 'ausgabe.txt', /^[0-9a-f]{64}\.png$/])
  const html = readFileSync(join(folder, 'ausgabe.html'), 'utf8')
  const [, source] = /<img[^>]* src="([^"]+)"/.exec(html) ?? []
  t.match(source, /^bilder\//)
  t.ok(existsSync(join(folder, source ?? '')))
})

t.test('a preview of a faulty issue writes nothing', async t => {
  const folder = t.testdir({ 'a.yaml': 'title: [' })
  const preview = await previewIssue(join(folder, 'a.yaml'), join(folder, 'aus'), parts)
  t.notOk(preview.ok)
  t.notOk(existsSync(join(folder, 'aus')))
})
