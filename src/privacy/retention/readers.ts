import {
  dayCountsEnd, DAY_COUNTS, DEPARTURES, departuresEnd, eraseDayCounts, eraseDepartures
} from '../../subscription/counts.js'
import {
  eraseUnconfirmed, forgetMailRequests, MAIL_REQUESTS, mailRequestsEnd, unconfirmedEnds
} from '../../subscription/erase-unconfirmed.js'
import { eraseFailures, FAILURES, failuresEnd } from '../../delivery/erase-failures.js'
import { EVERY_TEN_MINUTES, nightly, of, type Rule } from './rule.js'

const UNSUBSCRIBES = 'Die Person meldet sich ab oder lässt sich löschen: Die Zeile wird sofort gelöscht, mit ' +
  'allem, was an ihr hängt.'

/** What is kept of readers. */
export const READER_RULES: readonly Rule[] = [
  {
    name: 'unconfirmed',
    whose: 'readers',
    what: 'Anmeldungen, die noch nicht bestätigt sind: E-Mail-Adresse (verschlüsselt), ihre Prüfsumme, ' +
      'Wortlaut der Einwilligung, Zeitpunkte',
    why: 'Die Bestätigung abwarten (Double-Opt-in), damit niemand eine fremde Adresse anmeldet',
    basis: 'consent',
    starts: 'collected',
    keeps: { period: { setting: 'confirmTtlSeconds' }, from: 'ab dem Versand der E-Mail zur Bestätigung' },
    erasedBy: {
      job: 'erase_unconfirmed',
      every: EVERY_TEN_MINUTES,
      async erase (deps) {
        const erased = await eraseUnconfirmed({ ...deps, ...deps.times })
        if (erased > 0) deps.log.info({ event: 'unconfirmed_erased', erased }, 'erased unconfirmed sign-ups')
        return erased
      },
      ends: async deps => await unconfirmedEnds({ ...deps, ...deps.times })
    },
    columns: of('subscriber', 'id', 'address_index', 'address_sealed', 'state', 'consent_text_id', 'requested_at',
      'mail_due_at', 'mail_sent_at'),
    toReaders: {
      title: 'Ihre Anmeldung, solange Sie sie nicht bestätigt haben',
      text: 'Ihre Adresse, der Wortlaut der Einwilligung und wann Sie sich angemeldet haben.',
      ends: period => `Bestätigen Sie nicht, löschen wir alles ${period}, nachdem wir Ihnen die E-Mail zur ` +
        'Bestätigung senden.'
    }
  },
  {
    name: 'address',
    whose: 'readers',
    what: 'E-Mail-Adresse, verschlüsselt (AES-256-GCM), mit einer zufälligen Nummer',
    why: 'Den Newsletter senden',
    basis: 'consent',
    starts: 'left',
    keeps: { until: 'bis zur Abmeldung' },
    erasedBy: { act: UNSUBSCRIBES },
    columns: of('subscriber', 'id', 'address_sealed', 'state'),
    toReaders: {
      title: 'Ihre E-Mail-Adresse',
      text: 'Verschlüsselt. Lesbar wird sie nur in dem Moment, in dem wir Ihnen eine E-Mail senden oder in dem wir ' +
        'sie mit einem neuen Schlüssel verschlüsseln.',
      ends: () => 'Wir speichern sie, bis Sie sich abmelden. Dann löschen wir sie sofort.'
    }
  },
  {
    name: 'fingerprint',
    whose: 'readers',
    what: 'Prüfsumme der Adresse, mit einem geheimen Schlüssel berechnet (HMAC-SHA-256)',
    why: 'Erkennen, ob eine Adresse schon angemeldet ist, und sie für Auskunft und Löschung finden',
    basis: 'consent',
    starts: 'left',
    keeps: { until: 'bis zur Abmeldung' },
    erasedBy: { act: UNSUBSCRIBES },
    columns: ['subscriber.address_index'],
    toReaders: {
      title: 'Eine Prüfsumme Ihrer Adresse',
      text: 'Mit einem geheimen Schlüssel berechnet. Damit erkennen wir, ob eine Adresse schon angemeldet ist. ' +
        'Ohne den Schlüssel lässt sich die Adresse daraus nicht ermitteln.',
      ends: () => 'Wir löschen sie zusammen mit der Adresse.'
    }
  },
  {
    name: 'consent',
    whose: 'readers',
    what: 'Einwilligung: welcher Wortlaut gezeigt wurde, und die Zeitpunkte von Anmeldung, E-Mail und Bestätigung',
    why: 'Die Einwilligung nachweisen',
    basis: 'proof',
    starts: 'left',
    keeps: { until: 'bis zur Abmeldung' },
    erasedBy: { act: UNSUBSCRIBES },
    columns: of('subscriber', 'consent_text_id', 'requested_at', 'mail_due_at', 'mail_sent_at', 'confirmed_at'),
    toReaders: {
      title: 'Ihre Einwilligung',
      text: 'Welchen Wortlaut Sie gesehen haben, wann Sie sich angemeldet haben, wann wir die E-Mail zur ' +
        'Bestätigung versendet haben und wann Sie bestätigt haben. Diesen Nachweis verlangt Artikel 7 ' +
        'Absatz 1 DSGVO.',
      ends: () => 'Wir löschen sie zusammen mit der Adresse.'
    }
  },
  {
    name: 'mail_requests',
    whose: 'readers',
    what: 'Zeitpunkte der letzten Anmeldungen (höchstens drei), unter einer eigenen Prüfsumme des Postfachs',
    why: 'Verhindern, dass jemand ein fremdes Postfach mit Bestätigungen füllt',
    basis: 'security',
    starts: 'collected',
    keeps: { period: MAIL_REQUESTS, from: 'nach der letzten Anmeldung, auch wenn die Person sich vorher abmeldet' },
    erasedBy: {
      job: 'forget_mail_requests', every: EVERY_TEN_MINUTES, erase: forgetMailRequests, ends: mailRequestsEnd
    },
    columns: of('mail_request', 'mailbox', 'asked_at'),
    toReaders: {
      title: 'Wann die Adresse zuletzt eingetragen wurde',
      text: 'Höchstens drei Zeitpunkte, mit einer eigenen Prüfsumme Ihres Postfachs statt der Adresse. So ' +
        'verhindern wir, dass jemand Ihr Postfach mit Bestätigungen füllt.',
      ends: period => `Wir löschen sie ${period} nach dem letzten Eintrag, auch wenn Sie sich vorher abmelden.`
    }
  },
  {
    name: 'networks',
    whose: 'readers',
    what: 'IP-Adresse, auf ihr Netz gekürzt, nur im Arbeitsspeicher; sie wird nirgends aufgezeichnet',
    why: 'Massenhafte Anmeldungen und Anfragen abwehren',
    basis: 'security',
    starts: 'collected',
    keeps: { period: { setting: 'networkWindowSeconds' }, from: 'nach der ersten Anmeldung aus diesem Netz' },
    erasedBy: { act: 'Das Programm vergisst den Zähler, wenn seine Zeit um ist oder wenn es endet.' },
    columns: []
  },
  {
    name: 'merged',
    whose: 'readers',
    what: 'Zufällige Nummer einer doppelten Zeile, die mit einer anderen derselben Adresse zusammengeführt wurde',
    why: 'Abmeldelinks in älteren E-Mails gelten weiter',
    basis: 'consent',
    starts: 'left',
    keeps: { until: 'bis zur Abmeldung' },
    erasedBy: { act: UNSUBSCRIBES },
    columns: of('merged_subscriber', 'id', 'subscriber_id')
  },
  {
    name: 'recipients',
    whose: 'readers',
    what: 'Stand des Versands: wer eine Ausgabe schon erhalten hat, mit zufälligen Nummern statt Adressen',
    why: 'Eine Ausgabe vollständig senden, und niemandem doppelt',
    basis: 'consent',
    starts: 'ended',
    keeps: { until: 'bis zum Ende des Versands' },
    erasedBy: { act: 'Der Versand endet: Die Zeilen werden in derselben Transaktion gelöscht, nur Summen bleiben.' },
    columns: of('batch', 'recipients', 'sent', 'failed', 'skipped', 'settled_at_opening'),
    toReaders: {
      title: 'Den Stand des Versands',
      text: 'Solange eine Ausgabe versendet wird: wer sie schon erhalten hat, mit einer zufälligen Nummer statt ' +
        'der Adresse.',
      ends: () => 'Danach bleiben nur Summen.'
    }
  },
  {
    name: 'failures',
    whose: 'readers',
    what: 'Nicht zustellbare E-Mails: zufällige Nummer und technischer Fehlercode',
    why: 'Zeigen, was nicht ankam, und es noch einmal senden',
    basis: 'consent',
    starts: 'ended',
    keeps: { period: FAILURES, from: 'nach dem Ende des Versands, spätestens mit der Abmeldung' },
    erasedBy: {
      job: 'erase_delivery_failures', every: EVERY_TEN_MINUTES, erase: eraseFailures, ends: failuresEnd
    },
    columns: of('delivery_failure', 'subscriber_id', 'status', 'kind', 'failed_at'),
    toReaders: {
      title: 'Welche E-Mail nicht zugestellt werden konnte',
      text: 'Den technischen Fehlercode, mit einer zufälligen Nummer statt der Adresse.',
      ends: period => `Wir löschen ihn ${period} nach dem Ende des Versands, spätestens mit Ihrer Abmeldung.`
    }
  },
  {
    name: 'day_counts',
    whose: 'nobody',
    what: 'Wie viele sich an einem Tag angemeldet, bestätigt und abgemeldet haben; ohne jeden Bezug zu einer Person',
    why: 'Sehen, wie sich der Newsletter entwickelt',
    basis: 'none',
    starts: 'collected',
    keeps: { period: DAY_COUNTS, from: 'nach dem Tag' },
    erasedBy: { job: 'erase_counts', every: nightly('25 3'), erase: eraseDayCounts, ends: dayCountsEnd },
    columns: []
  },
  {
    name: 'departures',
    whose: 'nobody',
    what: 'Wie viele sich über eine Ausgabe abgemeldet haben, je Tag; ohne jeden Bezug zu einer Person',
    why: 'Sehen, wie eine Ausgabe aufgenommen wird',
    basis: 'none',
    starts: 'collected',
    keeps: { period: DEPARTURES, from: 'nach der ersten Abmeldung über die Ausgabe' },
    erasedBy: { job: 'erase_departures', every: nightly('27 3'), erase: eraseDepartures, ends: departuresEnd },
    columns: []
  }
]
