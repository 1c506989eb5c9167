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

t.test('what may go wrong later is a hint, not an error', async t => {
  const { ok, lines } = await check(t, {
    ...issue(
      article({ body: 'Wort und '.repeat(5_000) }),
      article({ body: 'Wort und '.repeat(5_000) }),
      { type: 'funding_call', title: 'x', amount: 1, who: 'alle', deadline: '2027-02-09' },
      {
        type: 'event',
        title: 'x',
        dates: [{ start: '2027-02-10 10:00', place: 'K' }, { start: '2026-02-11', place: 'K' }],
        registration: { url: 'https://example.org', deadline: '2026-01-01' }
      }),
    subject: 'x'.repeat(71)
  })
  t.ok(ok)
  t.match(lines, [
    /^In Ordnung: 4 Blöcke/,
    /^Hinweis: Die Mail ist mit 1\d\d KB größer als 90 KB/,
    /^Hinweis: Der Betreff ist mit 71 Zeichen recht lang\./,
    'Hinweis: Block 3 (Förderaufruf): Die Frist liegt vor dem Datum der Ausgabe.',
    'Hinweis: Block 4 (Veranstaltung): Termin 2 liegt vor dem Datum der Ausgabe.',
    'Hinweis: Block 4 (Veranstaltung): Der Anmeldeschluss liegt vor dem Datum der Ausgabe.'
  ])
  t.equal(lines.length, 6)
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
