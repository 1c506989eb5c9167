import { eraseFailedJobs, FAILED_JOBS, failedJobsEnd } from '../../platform/jobs/erase-failed.js'
import { eraseSuperseded, SUPERSEDED, supersededEnd } from '../../platform/kept-settings/erase-superseded.js'
import { EVERY_TEN_MINUTES, nightly, of, type Rule } from './rule.js'

/** What is kept of people while the program runs: jobs, settings, the log. */
export const OPERATION_RULES: readonly Rule[] = [
  {
    name: 'jobs',
    whose: 'readers',
    what: 'Aufträge in der Warteschlange: eine zufällige Nummer statt der Adresse; in Mails der Redaktion der ' +
      'Titel des Entwurfs',
    why: 'Eine E-Mail senden, auch wenn der Mailserver gerade nicht antwortet',
    basis: 'consent',
    starts: 'ended',
    keeps: { until: 'bis die E-Mail gesendet oder aufgegeben ist' },
    erasedBy: { act: 'Der Auftrag ist erledigt: Die Zeile wird gelöscht.' },
    columns: of('graphile_worker.jobs', 'payload', 'key')
  },
  {
    name: 'failed_jobs',
    whose: 'readers',
    what: 'Aufträge, die endgültig gescheitert sind, mit der Fehlermeldung ohne Adressen',
    why: 'Störungen aufklären',
    basis: 'security',
    starts: 'ended',
    keeps: { period: FAILED_JOBS, from: 'nach dem letzten Versuch' },
    erasedBy: { job: 'erase_failed_jobs', every: EVERY_TEN_MINUTES, erase: eraseFailedJobs, ends: failedJobsEnd },
    columns: of('graphile_worker.jobs', 'payload', 'key', 'last_error')
  },
  {
    name: 'settings',
    whose: 'editors',
    what: 'Frühere Fassungen der Einstellungen (Herausgeber, Testliste, Absender …), und wer sie geändert hat',
    why: 'Eine frühere Fassung wieder einsetzen',
    basis: 'task',
    starts: 'ended',
    keeps: { period: SUPERSEDED, from: 'nach der Ablösung durch eine neue Fassung' },
    erasedBy: { job: 'erase_settings', every: nightly('39 3'), erase: eraseSuperseded, ends: supersededEnd },
    columns: of('kept_setting', 'value', 'changed_at', 'changed_by')
  },
  {
    name: 'publisher',
    whose: 'operators',
    what: 'Angaben des Impressums: Vertretung, verantwortliche Redaktion, Adressen; Absender und Antwortadresse',
    why: 'Die Pflichten zur Anbieterkennzeichnung erfüllen',
    basis: 'task',
    starts: 'ended',
    keeps: { until: 'solange sie gelten' },
    erasedBy: { act: 'Wer verwaltet, ändert die Einstellung; wer den Server betreibt, die Umgebung.' },
    columns: of('public_settings', 'publisher'),
    settings: ['PUBLISHER_FILE', 'MAIL_FROM', 'MAIL_REPLY_TO']
  },
  {
    name: 'logins',
    whose: 'operators',
    what: 'Zugangsdaten des Dienstes zu Datenbank, Mailserver und Anmeldedienst; sie können nach Menschen ' +
      'benannt sein',
    why: 'Die Teile des Dienstes verbinden',
    basis: 'security',
    starts: 'ended',
    keeps: { until: 'solange sie gelten' },
    erasedBy: { act: 'Wer den Server betreibt, ändert die Umgebung.' },
    columns: [],
    settings: ['DATABASE_URL', 'JOURNAL_URL', 'SMTP_URL', 'MAIL_BOUNCE_IMAP', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']
  },
  {
    name: 'log',
    whose: 'readers',
    what: 'Betriebsprotokoll: zufällige Nummern von Zeilen, die sich nicht entschlüsseln lassen, und ' +
      'Fehlermeldungen; nie eine Adresse, ein Link oder eine IP-Adresse',
    why: 'Störungen erkennen und beheben',
    basis: 'security',
    starts: 'collected',
    keeps: { until: 'nach der Vorgabe des Rechenzentrums; empfohlen sind 14 Tage' },
    erasedBy: { act: 'Das Rechenzentrum löscht alte Protokolldateien (Log-Rotation).' },
    columns: [],
    logFields: [
      'address_unreadable.reader', 'address_unreadable.err', 'seals_damaged.readers', 'request_failed.err',
      'job_failed.err', 'timer_failed.err', 'queue_stopped.err', 'queue_start_failed.err',
      'queue_stopped_uncleanly.err', 'bounce_mails_put_off.err', 'bounce_certificate_unreadable.err',
      'heartbeat_missed.err', 'editor_mail_not_queued.err', 'watching_failed.err', 'embedded_server_restart_failed.err'
    ]
  }
]
