import {
  endedFirst, eraseChanges, eraseProofs, eraseSuppressions, eraseUsedLinks, PROOFS
} from '../../subscription/erase-ended.js'
import { OWN_DATA_TTL_SECONDS } from '../../subscription/own-data/validity.js'
import { SUPPRESSIONS } from '../../subscription/suppression.js'
import { EVERY_TEN_MINUTES, nightly, of, type Rule } from './rule.js'

/** What is kept of readers who changed something themselves, and of those who left. */
export const OWN_DATA_RULES: readonly Rule[] = [
  {
    name: 'address_changes',
    whose: 'readers',
    what: 'Neue E-Mail-Adresse (verschlüsselt), die noch nicht bestätigt ist, und die Zeitpunkte des Wunsches und ' +
      'der E-Mail',
    why: 'Die Adresse erst ändern, wenn ihr Postfach es bestätigt',
    basis: 'consent',
    starts: 'collected',
    keeps: { period: { setting: 'confirmTtlSeconds' }, from: 'nach dem Wunsch, die Adresse zu ändern' },
    erasedBy: {
      job: 'erase_changes',
      every: EVERY_TEN_MINUTES,
      erase: eraseChanges,
      ends: async deps => (await endedFirst(deps)).change
    },
    columns: of('address_change', 'subscriber_id', 'id', 'address_sealed', 'requested_at', 'expires_at', 'mailed_at',
      'mail_sha256'),
    toReaders: {
      title: 'Eine neue Adresse, solange Sie sie nicht bestätigt haben',
      text: 'Verschlüsselt, mit den Zeitpunkten Ihres Wunsches und unserer E-Mail.',
      ends: period => `Bestätigen Sie nicht, löschen wir sie ${period} nach Ihrem Wunsch.`
    }
  },
  {
    name: 'used_links',
    whose: 'readers',
    what: 'Welcher Link zu den eigenen Daten schon benutzt ist, mit einer zufälligen Nummer',
    why: 'Ein Link soll nur einmal etwas ändern',
    basis: 'security',
    starts: 'collected',
    keeps: { period: { keptSeconds: OWN_DATA_TTL_SECONDS }, from: 'nach dem Versand des Links' },
    erasedBy: {
      job: 'erase_used_links',
      every: EVERY_TEN_MINUTES,
      erase: eraseUsedLinks,
      ends: async deps => (await endedFirst(deps)).usedLink
    },
    columns: of('used_link', 'subscriber_id', 'used_until')
  },
  {
    name: 'suppressions',
    whose: 'readers',
    what: 'Sperre: Prüfsumme einer Adresse, die nicht angeschrieben werden soll, mit Grund und Zeitpunkt',
    why: 'Niemanden anschreiben, der das nicht will oder dessen Postfach es nicht mehr gibt',
    basis: 'task',
    starts: 'collected',
    keeps: {
      period: SUPPRESSIONS, from: 'nach der Sperre; sie endet vorher, wenn die Person sich neu anmeldet und bestätigt'
    },
    erasedBy: {
      job: 'erase_suppressions',
      every: nightly('31 3'),
      erase: eraseSuppressions,
      ends: async deps => (await endedFirst(deps)).suppression
    },
    columns: [
      ...of('suppression', 'address_index', 'key_version', 'moved_key_id', 'reason', 'suppressed_at', 'ends_at'),
      ...of('moved_key', 'id', 'key_sealed')
    ],
    toReaders: {
      title: 'Eine Sperre, wenn wir Ihnen nicht mehr schreiben sollen oder können',
      text: 'Eine Prüfsumme Ihrer Adresse, der Grund und der Zeitpunkt. Die Adresse selbst löschen wir.',
      ends: period => `Wir löschen die Sperre nach ${period}, oder sobald Sie sich neu anmelden und bestätigen.`
    }
  },
  {
    name: 'consent_proofs',
    whose: 'readers',
    what: 'Nachweis der Einwilligung: Prüfsumme der Adresse, Wortlaut, Zeitpunkte, ' +
      'Prüfsumme der E-Mail zur Bestätigung',
    why: 'Auch nach der Abmeldung nachweisen können, dass die Person eingewilligt hatte',
    basis: 'proof',
    onlyWithProof: true,
    starts: 'left',
    keeps: { period: PROOFS, from: 'nach der Abmeldung' },
    erasedBy: {
      job: 'erase_proofs',
      every: nightly('33 3'),
      erase: eraseProofs,
      ends: async deps => (await endedFirst(deps)).proof
    },
    columns: of('consent_proof', 'subscriber_id', 'address_index', 'key_version', 'consent_text_id', 'asked_at',
      'mailed_at', 'mail_sha256', 'confirmed_at', 'left_at'),
    toReaders: {
      title: 'Den Nachweis Ihrer Einwilligung, auch nach der Abmeldung',
      text: 'Ohne Ihre Adresse, nur mit deren Prüfsumme: der Wortlaut, die Zeitpunkte und die Prüfsumme der E-Mail ' +
        'zur Bestätigung.',
      ends: period => `Wir löschen ihn ${period} nach Ihrer Abmeldung.`
    }
  }
]
