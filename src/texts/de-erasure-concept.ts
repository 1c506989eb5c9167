/** Words of the erasure concept, by the parts of DIN 66398. */
export const deErasureConcept = {
  title: 'Löschkonzept',
  lead: (newsletter: string, day: string) => `Nach DIN 66398, für den Dienst „${newsletter}“. Stand: ${day}. ` +
    'Das Programm hat dieses Konzept aus denselben Regeln erzeugt, nach denen es löscht.',
  scope: {
    heading: 'Zweck und Geltungsbereich',
    text: (organisation: string) => `${organisation} löscht personenbezogene Daten, sobald ihr Zweck erreicht ist ` +
      '(Artikel 5 Absatz 1 Buchstabe e und Artikel 17 DSGVO). Das Konzept gilt für alle Daten, die der Dienst in ' +
      'seiner Datenbank, seinem Journal, seinen Einstellungen und seinem Betriebsprotokoll speichert.'
  },
  kinds: { heading: 'Datenarten', head: ['Datenart', 'Betroffene Personen', 'Zweck'] },
  classes: {
    heading: 'Löschklassen',
    text: 'Eine Löschklasse fasst Datenarten mit gleichem Startzeitpunkt und gleicher Frist zusammen.',
    head: ['Löschklasse', 'Startzeitpunkt', 'Frist', 'Datenarten'],
    atOnce: 'keine feste: bis zu dem Ereignis, das bei der Regellöschfrist steht'
  },
  periods: {
    heading: 'Regellöschfristen',
    head: ['Datenart', 'Regellöschfrist', 'Löschklasse', 'Rechtsgrundlage der Speicherung']
  },
  starts: {
    heading: 'Startzeitpunkte',
    head: ['Startzeitpunkt', 'Bedeutung'],
    meanings: {
      collected: 'Die Frist läuft, seit die Daten entstanden sind.',
      ended: 'Die Frist läuft, seit der Vorgang zu Ende ist, zu dem sie gehören: ein Versand, eine Sitzung, ein ' +
        'Entwurf.',
      left: 'Die Frist läuft, seit sich die Person abgemeldet hat oder ihr Konto gesperrt ist.'
    }
  },
  rules: {
    heading: 'Umsetzungsregeln',
    text: 'Aufträge laufen von selbst, in kleinen Teilen, und setzen nach einer Unterbrechung fort. Jeder Lauf wird ' +
      'festgehalten: wann, wie viele Zeilen, wie alt die älteste ist. Ist etwas um das Doppelte des Abstands ' +
      'überfällig, meldet das Programm einen Fehler.',
    head: ['Datenart', 'Was löscht'],
    job: (job: string, every: string) => `Der Auftrag „${job}“, ${every}.`,
    everyTenMinutes: 'alle zehn Minuten: Nach Ablauf der Frist bleiben Daten höchstens zehn Minuten länger',
    nightly: 'jede Nacht: Nach Ablauf der Frist bleiben Daten höchstens einen Tag länger'
  },
  responsible: {
    heading: 'Verantwortliche',
    head: ['Aufgabe', 'Wer'],
    rows: (organisation: string, officer: string) => [
      ['Fristen festlegen und verantworten', organisation],
      ['Den Stand der Löschung prüfen', 'Wer in der Redaktion verwaltet, auf der Seite „Datenschutz“'],
      ['Das Programm und seine Aufträge laufen lassen, Fehler beheben, Sicherungen befristen',
        'Wer den Server betreibt (Rechenzentrum)'],
      ['Einzelne Anträge auf Löschung erfüllen', 'Wer in der Redaktion verwaltet, oder das Rechenzentrum'],
      ['Beraten und überwachen', `Datenschutzbeauftragte oder Datenschutzbeauftragter, ${officer}`]
    ]
  },
  special: {
    heading: 'Sonderfälle',
    head: ['Fall', 'Regel'],
    rows: (consentProof: boolean) => [
      ['Abmeldung und Antrag auf Löschung', 'Gelöscht wird sofort, mit allem, was an der Zeile hängt. Bis zum ' +
        'Ende ihrer Frist bleiben: die zufällige Nummer im Journal, eine Sperre, der Nachweis der Einwilligung ' +
        `(${consentProof ? 'er ist eingeschaltet' : 'er ist ausgeschaltet; frühere bleiben'}), und nach einer ` +
        'Abmeldung die Zeitpunkte der letzten Anmeldungen. Wer bei „Meine Daten“, in der Redaktion oder am Server ' +
        'löscht, löscht auch diese Zeitpunkte.'],
      ['Dateien der Datenbank', 'Gelöschte Zeilen stehen zunächst noch in den Dateien. Jede Nacht schreibt das ' +
        'Programm die Tabellen neu, in denen etwas gelöscht wurde; sehr große einmal in der Woche.'],
      ['Sicherungen', 'Sie enthalten gelöschte Zeilen, bis sie selbst gelöscht werden. Adressen sind darin ' +
        'verschlüsselt; ohne die Schlüssel, die getrennt liegen, sind sie nicht lesbar. Aus Sicherungen wird ' +
        'nichts Einzelnes gelöscht.'],
      ['Wiederherstellung einer Sicherung', 'Das Programm vergleicht die Sicherung mit dem Journal: Wer danach ' +
        'gegangen ist, wird wieder gelöscht, bevor eine E-Mail hinausgeht. Eine Sicherung, die älter ist als das ' +
        'Journal, nimmt es nicht an.'],
      ['Rechtsstreit, Prüfung, Einschränkung (Artikel 18 DSGVO)', 'Eine Frist wird nicht verlängert. Was ' +
        'gebraucht wird, wird vorher herausgegeben und außerhalb des Dienstes aufbewahrt; das entscheidet die ' +
        'verantwortliche Stelle.'],
      ['Namen in Ausgaben', 'Sie bleiben im Archiv. Auf Verlangen wird abgewogen, ob die Seite berichtigt oder ' +
        'zurückgezogen wird (Artikel 17 Absatz 3 Buchstabe a DSGVO).'],
      ['Freigaben', 'Der Name dessen, der freigegeben hat, bleibt bei der Ausgabe, auch wenn sein Konto gelöscht ' +
        'ist.'],
      ['Zahlen', 'Zahlen ohne Bezug zu einer Person fallen nicht unter dieses Konzept; sie sind trotzdem befristet.']
    ]
  }
}
