import {
  DELETED, deletedDraftsEnd, eraseDeletedDrafts
} from '../../issue/draft/delete-draft.js'
import { eraseWork, WORK, workEnds } from '../../issue/draft/erase-work.js'
import { forgetLooks, forgetSaves, LOOKS, looksEnd, SAVES, savesEnd } from '../../issue/draft/forget-traces.js'
import { forgetPresence, PRESENT, presenceEnds } from '../../issue/draft/presence.js'
import { eraseUnnamedFiles, UNNAMED } from '../../issue/file/erase-unnamed-files.js'
import { EVERY_TEN_MINUTES, nightly, of, type Rule } from './rule.js'

const DRAFT = [
  ...of('draft', 'id', 'subject', 'title', 'preheader', 'date', 'slug', 'created_by', 'changed_by', 'deleted_by',
    'state_by', 'state_reason', 'asked_id'),
  ...of('draft_block', 'id', 'draft_id', 'kind', 'fields', 'changed_by'),
  ...of('draft_change', 'draft_id', 'editor_id')
]

const WORK_COLUMNS = [
  ...of('draft_comment', 'id', 'draft_id', 'block_id', 'text', 'written_by', 'resolved_by'),
  ...of('draft_version', 'draft_id', 'name', 'snapshot', 'made_by'),
  ...of('other_text', 'id', 'draft_id', 'block_id', 'hash', 'fields', 'written_by', 'decided_by')
]

/** What is kept of those who write issues, and of those whom issues name. */
export const ISSUE_RULES: readonly Rule[] = [
  {
    name: 'presence',
    whose: 'editors',
    what: 'Wer einen Entwurf gerade geöffnet hat, und welchen Block',
    why: 'Sehen, wer mitschreibt',
    basis: 'task',
    starts: 'ended',
    keeps: { period: PRESENT, from: 'nach der letzten Meldung des Browsers' },
    erasedBy: { job: 'forget_presence', every: EVERY_TEN_MINUTES, erase: forgetPresence, ends: presenceEnds },
    columns: of('draft_presence', 'draft_id', 'editor_id', 'block_id', 'since', 'seen_at')
  },
  {
    name: 'saves',
    whose: 'editors',
    what: 'Welcher Stand eines Blocks wann gespeichert wurde, als Prüfsumme',
    why: 'Ein Speichern erkennen, dessen Antwort verloren ging',
    basis: 'task',
    starts: 'collected',
    keeps: { period: SAVES, from: 'nach dem Speichern' },
    erasedBy: { job: 'forget_saves', every: EVERY_TEN_MINUTES, erase: forgetSaves, ends: savesEnd },
    columns: of('draft_save', 'target_id', 'hash', 'draft_id', 'saved_at')
  },
  {
    name: 'looks',
    whose: 'editors',
    what: 'Welchen Stand jemand vor der Freigabe gesehen hat',
    why: 'Den Unterschied zeigen, wenn er sich vor der Freigabe noch ändert',
    basis: 'task',
    starts: 'collected',
    keeps: { period: LOOKS, from: 'nach dem Ansehen' },
    erasedBy: { job: 'forget_looks', every: EVERY_TEN_MINUTES, erase: forgetLooks, ends: looksEnd },
    columns: of('draft_look', 'draft_id', 'mail_hash', 'snapshot', 'looked_at')
  },
  {
    name: 'deleted_drafts',
    whose: 'editors',
    what: 'Gelöschte Entwürfe, mit Fassungen und Kommentaren',
    why: 'Das Löschen zurücknehmen',
    basis: 'task',
    starts: 'ended',
    keeps: { period: DELETED, from: 'nach dem Löschen' },
    erasedBy: {
      job: 'erase_deleted_drafts',
      every: EVERY_TEN_MINUTES,
      async erase (deps) {
        const erased = await eraseDeletedDrafts(deps)
        if (erased > 0) deps.log.info({ event: 'drafts_erased', erased }, 'erased drafts that were deleted long ago')
        return erased
      },
      ends: deletedDraftsEnd
    },
    columns: [...DRAFT, ...WORK_COLUMNS]
  },
  {
    name: 'drafts',
    whose: 'editors',
    what: 'Entwürfe: Texte, und wer sie angelegt, geändert, eingereicht und zurückgegeben hat',
    why: 'Ausgaben gemeinsam schreiben und prüfen',
    basis: 'task',
    starts: 'ended',
    keeps: { until: 'bis jemand den Entwurf löscht; mit der Ausgabe, wenn sie veröffentlicht ist' },
    erasedBy: { act: 'Jemand löscht den Entwurf. Ein gelöschtes Konto nimmt seine Kennung aus allen Texten mit.' },
    columns: [...DRAFT, ...of('planned_start', 'planned_by')]
  },
  {
    name: 'work',
    whose: 'editors',
    what: 'Arbeit an veröffentlichten Ausgaben: Kommentare, Fassungen und beiseitegelegte Texte, mit ihren Urhebern',
    why: 'Nachlesen, wie eine Ausgabe entstanden ist',
    basis: 'task',
    starts: 'ended',
    keeps: { period: WORK, from: 'nach der Veröffentlichung' },
    erasedBy: { job: 'erase_work', every: nightly('37 3'), erase: eraseWork, ends: workEnds },
    columns: WORK_COLUMNS
  },
  {
    name: 'published',
    whose: 'named',
    what: 'Namen und Angaben von Menschen in veröffentlichten Ausgaben: Autorinnen und Autoren, Ansprechpersonen, ' +
      'Zitierte, Abgebildete; wer die Ausgabe freigegeben und berichtigt hat',
    why: 'Die Öffentlichkeit unterrichten, und belegen, wer eine Ausgabe verantwortet',
    basis: 'task',
    starts: 'ended',
    keeps: { until: 'solange die Ausgabe im Archiv steht; ihre Seite kann jederzeit zurückgezogen werden' },
    erasedBy: { act: 'Wer freigibt, berichtigt die Ausgabe oder zieht ihre Seite zurück.' },
    columns: [
      ...of('issue', 'slug', 'content', 'draft_id'),
      ...of('edition', 'subject', 'html', 'body', 'page', 'title', 'summary', 'search'),
      ...of('approval', 'approver', 'editor_id', 'emergency', 'by_command', 'approved_at'),
      'approval_withdrawal.withdrawn_by',
      ...of('correction', 'text', 'corrected_by'),
      ...of('withdrawal', 'reason', 'withdrawn_by')
    ]
  },
  {
    name: 'files',
    whose: 'named',
    what: 'Bilder und Dateien, die keine Ausgabe und kein Entwurf mehr nennt; Aufnahmedaten (EXIF) werden nie ' +
      'gespeichert',
    why: 'Ein Formular noch speichern, das sie nennt',
    basis: 'task',
    starts: 'ended',
    keeps: { period: UNNAMED, from: 'nach dem Hochladen, wenn nichts sie nennt' },
    erasedBy: {
      job: 'erase_unnamed_files',
      every: nightly('23 2'),
      async erase (deps) {
        const erased = await eraseUnnamedFiles(deps)
        if (erased > 0) deps.log.info({ event: 'files_erased', erased }, 'erased files that nothing names')
        return erased
      }
    },
    columns: [...of('picture', 'name', 'bytes'), ...of('document', 'name', 'file_name', 'bytes')]
  }
]
