import {
  DISABLED, disabledAccountsEnd, eraseDisabledAccounts, eraseUnjoinedAccounts, INVITED, unjoinedAccountsEnd
} from '../../editor/account/erase-accounts.js'
import { AUDIT, auditEnds, eraseAudit } from '../../editor/audit/erase-audit.js'
import { challenges, links, signInFailures, signOnAttempts } from '../../editor/erase-expired.js'
import { CHALLENGE_MS } from '../../editor/passkey/challenge.js'
import { forgetSessions, sessionsEnd } from '../../editor/session/erase-sessions.js'
import { FAILURES } from '../../editor/session/sign-in-attempts.js'
import { ATTEMPTS } from '../../editor/single-sign-on/single-sign-on.js'
import { EVERY_TEN_MINUTES, nightly, of, type Rule } from './rule.js'

/** What is kept of those who work at the desk. */
export const EDITOR_RULES: readonly Rule[] = [
  {
    name: 'accounts',
    whose: 'editors',
    what: 'Konto: Name, dienstliche E-Mail-Adresse (verschlüsselt), Rechte, Passwort (Argon2id), zweiter Faktor, ' +
      'Passkeys, Kennung beim Anmeldedienst',
    why: 'Anmelden, und zeigen, wer was geschrieben und freigegeben hat',
    basis: 'task',
    starts: 'left',
    keeps: { period: DISABLED, from: 'nach der Sperrung des Kontos' },
    erasedBy: {
      job: 'erase_accounts', every: nightly('31 3'), erase: eraseDisabledAccounts, ends: disabledAccountsEnd
    },
    columns: [
      ...of('editor', 'id', 'address_index', 'address_sealed', 'name', 'roles', 'password_hash', 'totp_sealed',
        'totp_step', 'text_mode', 'created_at', 'joined_at', 'disabled_at'),
      ...of('recovery_code', 'editor_id', 'hash'),
      ...of('passkey', 'id', 'editor_id', 'public_key', 'counter', 'transports', 'backed_up', 'name', 'created_at',
        'used_at'),
      ...of('editor_identity', 'issuer', 'subject', 'editor_id', 'linked_at', 'used_at')
    ],
    logFields: ['editor_seals_damaged.editors']
  },
  {
    name: 'invitations',
    whose: 'editors',
    what: 'Eingeladene, die nicht gekommen sind: E-Mail-Adresse (verschlüsselt) und Rechte',
    why: 'Die Einladung wiederholen',
    basis: 'task',
    starts: 'collected',
    keeps: { period: INVITED, from: 'nach der Einladung, wenn dann kein Link mehr gilt' },
    erasedBy: {
      job: 'erase_invitations', every: nightly('33 3'), erase: eraseUnjoinedAccounts, ends: unjoinedAccountsEnd
    },
    columns: of('editor', 'id', 'address_index', 'address_sealed', 'roles', 'created_at')
  },
  {
    name: 'links',
    whose: 'editors',
    what: 'Links, die einmal gelten: für Einladungen und vergessene Passwörter',
    why: 'Ein Konto einrichten oder wiederherstellen',
    basis: 'task',
    starts: 'collected',
    keeps: { period: { setting: 'invitationTtlSeconds' }, from: 'nach der Einladung; für ein Passwort kürzer' },
    erasedBy: { job: 'forget_links', every: EVERY_TEN_MINUTES, erase: links.erase, ends: links.ends },
    columns: of('editor_link', 'id', 'editor_id', 'expires_at')
  },
  {
    name: 'sessions',
    whose: 'editors',
    what: 'Sitzungen: Prüfsumme des Cookies, Browser und System in Worten, Zeitpunkte',
    why: 'Angemeldet bleiben, und eigene Sitzungen erkennen und beenden',
    basis: 'security',
    starts: 'ended',
    keeps: {
      period: { setting: 'sessionIdleSeconds' },
      from: 'nach der letzten Aktion',
      atMost: { period: { setting: 'sessionLifetimeSeconds' }, from: 'nach der Anmeldung' }
    },
    erasedBy: {
      job: 'forget_sessions',
      every: EVERY_TEN_MINUTES,
      erase: async deps => await forgetSessions({ ...deps, ...deps.times }),
      ends: async deps => await sessionsEnd({ ...deps, ...deps.times })
    },
    columns: of('editor_session', 'id', 'token_hash', 'editor_id', 'device', 'started_at', 'seen_at', 'proved_at',
      'expires_at')
  },
  {
    name: 'sign_in_failures',
    whose: 'editors',
    what: 'Zähler fehlgeschlagener Anmeldungen, unter Prüfsummen von Konto, Netz oder bekanntem Gerät',
    why: 'Das Erraten von Passwörtern bremsen',
    basis: 'security',
    starts: 'collected',
    keeps: { period: FAILURES, from: 'nach dem ersten Fehlversuch' },
    erasedBy: {
      job: 'forget_sign_in_failures', every: EVERY_TEN_MINUTES, erase: signInFailures.erase, ends: signInFailures.ends
    },
    columns: of('sign_in_failure', 'source', 'failures', 'window_ends_at')
  },
  {
    name: 'challenges',
    whose: 'editors',
    what: 'Zufallswerte, die ein Passkey unterschreiben soll',
    why: 'Mit einem Passkey anmelden',
    basis: 'security',
    starts: 'collected',
    keeps: { period: { keptSeconds: CHALLENGE_MS / 1_000 }, from: 'nach der Anfrage' },
    erasedBy: { job: 'forget_challenges', every: EVERY_TEN_MINUTES, erase: challenges.erase, ends: challenges.ends },
    columns: of('passkey_challenge', 'id', 'challenge', 'editor_id', 'expires_at')
  },
  {
    name: 'sign_on_attempts',
    whose: 'editors',
    what: 'Angefangene Anmeldungen beim Anmeldedienst: Prüfsummen und Zufallswerte',
    why: 'Die Rückkehr vom Anmeldedienst prüfen',
    basis: 'security',
    starts: 'collected',
    keeps: { period: ATTEMPTS, from: 'nach dem Beginn' },
    erasedBy: {
      job: 'forget_sign_on_attempts', every: EVERY_TEN_MINUTES, erase: signOnAttempts.erase, ends: signOnAttempts.ends
    },
    columns: of('single_sign_on_attempt', 'state_hash', 'browser_hash', 'nonce', 'code_verifier', 'next', 'expires_at')
  },
  {
    name: 'audit',
    whose: 'editors',
    what: 'Protokoll: wer wann was mit Ausgaben, Konten und Einstellungen getan hat; nie die Adresse einer Leserin ' +
      'oder eines Lesers',
    why: 'Handlungen der Redaktion nachvollziehen und Missbrauch aufklären',
    basis: 'task',
    starts: 'collected',
    keeps: { period: AUDIT, from: 'nach der Handlung' },
    erasedBy: { job: 'erase_audit', every: nightly('35 3'), erase: eraseAudit, ends: auditEnds },
    columns: of('audit', 'at', 'actor', 'action', 'details')
  }
]
