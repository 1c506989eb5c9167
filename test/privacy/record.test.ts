import { readFileSync } from 'node:fs'
import t from 'tap'
import { packagePath } from '../../src/platform/package-path.js'
import { readPublisher } from '../../src/platform/newsletter/publisher.js'
import { toMarkdown, type GeneratedDocument } from '../../src/privacy/record/document.js'
import { erasureConcept } from '../../src/privacy/record/erasure-concept.js'
import type { ProcessingFacts } from '../../src/privacy/record/facts.js'
import { recordOfProcessing } from '../../src/privacy/record/record-of-processing.js'
import { storedOfReaders } from '../../src/privacy/retention/for-readers.js'
import { describeKeeps, describeSeconds } from '../../src/privacy/retention/period.js'
import { RULES } from '../../src/privacy/retention/rules.js'

const publisher = { ...readPublisher(packagePath('templates', 'publisher.yaml')), organisation: 'Amt | A*B' }
const times = {
  confirmTtlSeconds: 48 * 3600,
  networkWindowSeconds: 600,
  sessionIdleSeconds: 3600,
  sessionLifetimeSeconds: 12 * 3600,
  invitationTtlSeconds: 7 * 86_400,
  backupRetentionSeconds: 90 * 86_400
}
const facts: ProcessingFacts = {
  times,
  settings: [],
  relays: ['relay.example'],
  identityProvider: 'Dienstkonto',
  consentProof: false,
  journal: { folder: '/srv/journal', server: null }
}
const now = new Date('2026-11-28T10:00:00Z')
const record = (uncovered: string[] = [], given = facts): GeneratedDocument =>
  recordOfProcessing({ publisher, facts: given, now, walked: { columns: 300, uncovered } })
const headings = ({ sections }: GeneratedDocument): string[] => sections.map(({ heading }) => heading)

t.test('the record of processing has the parts that Article 30 asks for', async t => {
  const text = toMarkdown(record())
  for (const part of [
    /Verantwortliche Stelle \| Amt \\\| A\\\*B/,
    /Vertreten durch \| \S/, /Datenschutzbeauftragte\S* oder .* \| \S+@\S+/,
    /Zweck: Menschen, die sich anmelden/, /Betroffene Personen: Leserinnen und Leser\./,
    /## Empfänger/, /Mailserver relay\.example/, /Anmeldedienst Dienstkonto/,
    /## Übermittlung in Drittländer\n\nKeine\./, /Löschfrist/, /## Technische und organisatorische Maßnahmen/
  ]) t.match(text, part)
  t.match(text, 'Datenbank mit 300 Spalten')
  t.match(toMarkdown(record(['column visit.ip'])), /keine Regel:\n\n- column visit\.ip/)
})

t.test('the record tells of the settings: proofs of consent, and who has the journal', async t => {
  const journal = { folder: null, server: 'second.example:5432/journal' }
  const [off, on] = [facts, { ...facts, consentProof: true, journal }].map(given => toMarkdown(record([], given)))
  t.match(off, /Nachweis der Einwilligung: [^|]*Ausgeschaltet: Neue entstehen nicht/)
  t.match(on, /Nachweis der Einwilligung: [^|]*\. Eingeschaltet \|/)
  t.match(off, /Journal außerhalb der Datenbank[^|]*\| Journal im Ordner \/srv\/journal, restored_batch/)
  t.match(on, /Journal auf dem Server second\.example:5432\/journal/)
  t.match(on, /Wer den zweiten Server des Journals betreibt \(second\.example:5432\/journal\).*Auftragsverarbeiter/)
  t.notMatch(off, 'Wer den zweiten Server')
  const concept = erasureConcept({ publisher, facts: { ...facts, consentProof: true }, now })
  t.match(toMarkdown(concept), 'er ist eingeschaltet')
})

t.test('who is asked because of a list has not consented, and is not listed as if they had', async t => {
  const [row = ''] = toMarkdown(record()).split('\n').filter(line => line.startsWith('| Adressen aus einer übernomm'))
  t.match(row, /noch nicht eingewilligt/)
  t.match(row, /Öffentliche Aufgabe, Art\. 6 Abs\. 1 Buchst\. e DSGVO in Verbindung mit § 3 Abs\. 1 HDSIG/)
  t.notMatch(row, 'Einwilligung, Art.')
})

t.test('the erasure concept has the parts of DIN 66398', async t => {
  t.same(headings(erasureConcept({ publisher, facts, now })), [
    'Zweck und Geltungsbereich', 'Datenarten', 'Löschklassen', 'Regellöschfristen', 'Startzeitpunkte',
    'Umsetzungsregeln', 'Verantwortliche', 'Sonderfälle'
  ])
})

t.test('both documents and the page on privacy tell of every rule, with the period that runs', async t => {
  const longer = { ...times, confirmTtlSeconds: 5 * 86_400, backupRetentionSeconds: 30 * 86_400 }
  const texts = [
    toMarkdown(record([], { ...facts, times: longer })),
    toMarkdown(erasureConcept({ publisher, facts: { ...facts, times: longer }, now }))
  ]
  for (const text of texts) {
    t.match(text, /5\u00a0Tage ab dem Versand der E-Mail zur Bestätigung/)
    t.match(text, /Journal außerhalb der Datenbank: .* 30\u00a0Tage nach dem Eintrag/)
    for (const { name, what, whose } of RULES) {
      if (whose !== 'nobody') t.ok(text.includes(what.slice(0, 20)), name)
    }
  }
  t.match(storedOfReaders(longer, { consentProof: false })[0]?.ends, /löschen wir alles 5\u00a0Tage, nachdem/)
  t.match(storedOfReaders(times, { consentProof: false })[0]?.ends, /48\u00a0Stunden/)
})

t.test('periods are said as people say them', async t => {
  const of = (name: string): string => describeKeeps(RULES.find(rule => rule.name === name) ?? RULES[0]!, times)
  t.equal(of('sessions'), '1\u00a0Stunde nach der letzten Aktion, spätestens 12\u00a0Stunden nach der Anmeldung')
  t.equal(of('accounts'), '1\u00a0Jahr nach der Sperrung des Kontos')
  t.equal(of('audit'), '3\u00a0Jahre nach der Handlung')
  t.equal(of('presence'), '60\u00a0Sekunden nach der letzten Meldung des Browsers')
  t.equal(of('address'), 'bis zur Abmeldung')
  t.same([90, 3600 * 5, 86_400 * 3].map(describeSeconds), ['1\u00a0Minute', '5\u00a0Stunden', '3\u00a0Tage'])
})

t.test('docs/privacy.md tells of the same tables', async t => {
  const docs = readFileSync(packagePath('docs', 'privacy.md'), 'utf8')
  const rows = docs.split('\n').filter(line => line.startsWith('|')).map(line => line.split('|')[2] ?? '')
  const told = rows.flatMap(where => [...where.matchAll(/`([a-z_]+)(?:\.[a-z_]+)?`/g)].map(([, table = '']) => table))
  const tables = RULES.flatMap(({ columns }) => columns.map(column => column.split('.')[0] ?? ''))
    .filter(table => table !== 'graphile_worker')
  // Counts, wordings and occasions are about nobody.
  const nobodys = ['day_count', 'day_end', 'issue_departure', 'consent_text', 'consent_source']
  t.same([...new Set(told)].sort(), [...new Set([...tables, ...nobodys])].sort())
})
