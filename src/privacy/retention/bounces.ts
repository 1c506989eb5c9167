import {
  BOUNCES, bouncesEnd, DOMAINS, eraseOldBounces, eraseOldDomains, eraseOldReports, eraseOldUnread, REPORTS, UNREAD
} from '../../bounce/act/erase-old.js'
import { nightly, of, type Rule } from './rule.js'

/** What is kept of mails that came back. */
export const BOUNCE_RULES: readonly Rule[] = [
  {
    name: 'bounces',
    whose: 'readers',
    what: 'Ausgaben, die zurückkamen: zufällige Nummer, Tag und Art, zum Beispiel „Postfach voll“',
    why: 'Ein Postfach erkennen, das auf Dauer nichts annimmt, und ihm nicht mehr schreiben',
    basis: 'consent',
    starts: 'collected',
    keeps: { period: BOUNCES, from: 'nach der Rückmeldung, spätestens mit der Abmeldung' },
    erasedBy: {
      job: 'erase_bounces',
      every: nightly('31 3'),
      erase: eraseOldBounces,
      ends: async deps => (await bouncesEnd(deps)).bounce
    },
    columns: of('bounce', 'subscriber_id', 'issue_number', 'day', 'kind'),
    toReaders: {
      title: 'Welche Ausgabe zurückkam',
      text: 'Wenn Ihr Mailanbieter meldet, dass eine Ausgabe nicht zugestellt werden konnte: den Tag und die Art, ' +
        'zum Beispiel „Postfach voll“. Gibt es das Postfach nicht mehr, oder nimmt es auf Dauer nichts an, ' +
        'löschen wir Ihre Adresse.',
      ends: period => `Wir löschen es ${period} nach der Meldung, spätestens mit Ihrer Abmeldung.`
    }
  },
  {
    name: 'bounce_reports',
    whose: 'readers',
    what: 'Prüfsummen von Rückmeldungen, mit einem geheimen Schlüssel berechnet (HMAC-SHA-256)',
    why: 'Dieselbe Rückmeldung nicht zweimal zählen',
    basis: 'consent',
    starts: 'collected',
    keeps: { period: REPORTS, from: 'nach der Rückmeldung' },
    erasedBy: {
      job: 'erase_bounce_reports',
      every: nightly('32 3'),
      erase: eraseOldReports,
      ends: async deps => (await bouncesEnd(deps)).report
    },
    columns: of('bounce_report', 'identity', 'read_at')
  },
  {
    name: 'unread_mails',
    whose: 'named',
    what: 'E-Mails an die Adresse für Rückmeldungen, die das Programm nicht versteht, verschlüsselt (AES-256-GCM)',
    why: 'Keine Abmeldung übersehen: Eine Administratorin oder ein Administrator sieht sie an',
    basis: 'task',
    starts: 'collected',
    keeps: { period: UNREAD, from: 'nach dem Eingang, spätestens wenn sie bearbeitet ist' },
    erasedBy: {
      job: 'erase_unread_mails',
      every: nightly('33 3'),
      erase: eraseOldUnread,
      ends: async deps => (await bouncesEnd(deps)).unread
    },
    columns: of('unread_mail', 'id', 'identity', 'kind', 'sealed', 'size', 'received_at'),
    toReaders: {
      title: 'E-Mails, die Sie auf eine Ausgabe hin schreiben',
      text: 'Erkennt das Programm nicht, was eine E-Mail an unsere Adresse für Rückmeldungen will, sieht ein Mensch ' +
        'sie an. Bis dahin ist sie verschlüsselt.',
      ends: period => `Wir löschen sie, wenn sie bearbeitet ist, spätestens ${period} nach dem Eingang.`
    }
  },
  {
    name: 'bounce_domains',
    whose: 'readers',
    what: 'Wie viele Ausgaben je Woche von welcher Maildomain zurückkamen; die Domain verschlüsselt, mit Prüfsumme',
    why: 'Sehen, ob ein Mailanbieter unsere E-Mails abweist',
    basis: 'consent',
    starts: 'collected',
    keeps: { period: DOMAINS, from: 'nach dem Beginn der Woche' },
    erasedBy: {
      job: 'erase_bounce_domains',
      every: nightly('34 3'),
      erase: eraseOldDomains,
      ends: async deps => (await bouncesEnd(deps)).domain
    },
    columns: of('bounce_domain', 'id', 'domain_index', 'week', 'kind', 'domain_sealed', 'count')
  }
]
