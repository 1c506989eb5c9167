import { deErasureConcept } from './de-erasure-concept.js'
import { deRecord } from './de-record.js'

/** „1 Tag“, „7 Tage“; the space does not break. */
function counted (one: string, many: string) {
  return (count: number): string => `${count.toLocaleString('de')}\u00a0${count === 1 ? one : many}`
}

/**
 * German words for what is kept of people, why, and how it ends, and of the pages on which readers
 * see and change it.
 */
export const dePrivacy = {
  units: {
    second: counted('Sekunde', 'Sekunden'),
    minute: counted('Minute', 'Minuten'),
    hour: counted('Stunde', 'Stunden'),
    day: counted('Tag', 'Tage'),
    year: counted('Jahr', 'Jahre')
  },
  atMost: (period: string, longest: string) => `${period}, spätestens ${longest}`,
  /** Why the address cannot be changed to what was typed. */
  changeFaults: {
    same: 'Das ist die Adresse, die wir schon gespeichert haben. Bitte geben Sie eine andere ein.',
    pending: 'Ihre Anmeldung ist noch nicht bestätigt. Bitte melden Sie sich einfach mit der anderen Adresse an.'
  },
  whose: {
    readers: 'Leserinnen und Leser',
    editors: 'Beschäftigte der Redaktion',
    named: 'Menschen, die in Ausgaben genannt oder abgebildet sind',
    operators: 'Beschäftigte des Herausgebers und des Betriebs',
    nobody: 'niemand: nur Zahlen'
  },
  bases: {
    consent: 'Einwilligung, Art. 6 Abs. 1 Buchst. a DSGVO',
    proof: 'Nachweis der Einwilligung, Art. 6 Abs. 1 Buchst. c in Verbindung mit Art. 7 Abs. 1 DSGVO',
    task: 'Öffentliche Aufgabe, Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit § 3 Abs. 1 HDSIG',
    security: 'Sicherheit der Verarbeitung, Art. 6 Abs. 1 Buchst. e und Art. 32 DSGVO in Verbindung mit § 3 Abs. 1 ' +
      'HDSIG',
    none: 'keine nötig: kein Bezug zu einer Person'
  },
  starts: {
    collected: 'Erhebung der Daten',
    ended: 'Ende eines Vorgangs',
    left: 'Ende der Beziehung zur betroffenen Person'
  },
  /** Of the page on how retention stands. */
  standing: {
    never: 'noch nie',
    late: {
      overdue: (period: string) => `Zu spät: Etwas ist seit ${period} länger gespeichert, als es sein darf.`,
      'not-run': (period: string) => `Zu spät: Der Auftrag ist seit ${period} überfällig.`
    },
    failed: 'Der letzte Lauf ist gescheitert. Er wird wiederholt.',
    stopped: 'Der letzte Lauf wurde unterbrochen. Der nächste setzt ihn fort.'
  },
  record: deRecord,
  concept: deErasureConcept
}
