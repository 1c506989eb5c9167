import type { IPauseDeliveryParams } from './delivery.queries.js'

/** Why a delivery is paused. */
export type PauseReason = IPauseDeliveryParams['reason']

/** One reason as the command line says it, and as editors read it. */
interface Wording { operator: string, editor: string }

const ASK_OPERATORS = 'Bitte wenden Sie sich an die Technik.'

/** Both wordings of a reason stand together, so that a new reason cannot lack one. */
export const PAUSE_REASONS: Readonly<Record<PauseReason, Wording>> = {
  manual: {
    operator: 'somebody paused it',
    editor: 'Der Versand wurde von Hand angehalten.'
  },
  'login-refused': {
    operator: 'the relay refuses our login',
    editor: `Der Mailserver lehnt unsere Zugangsdaten ab. ${ASK_OPERATORS}`
  },
  'sender-refused': {
    operator: 'the relay refuses our sender address',
    editor: `Der Mailserver lehnt unsere Absenderadresse ab. ${ASK_OPERATORS}`
  },
  policy: {
    operator: 'many mailboxes refuse our mails for a policy of theirs, for example because a signature is missing',
    editor: 'Viele Postfächer weisen unsere Mails wegen ihrer Richtlinien ab, ' +
      `zum Beispiel wegen einer fehlenden Signatur. ${ASK_OPERATORS}`
  },
  'too-large': {
    operator: 'the mail is too large for the relay: shorten the issue',
    editor: 'Die Mail ist für den Mailserver zu groß. ' +
      'Bitte kürzen Sie die Ausgabe, oder wenden Sie sich an die Technik.'
  },
  'key-missing': {
    operator: 'a key is missing, so that some addresses cannot be read',
    editor: `Ein Schlüssel fehlt, ohne den ein Teil der Adressen nicht gelesen werden kann. ${ASK_OPERATORS}`
  },
  'not-approved': {
    operator: 'the mail is not the one that was approved: somebody has changed it in the database',
    editor: `Die Mail ist nicht mehr die, die freigegeben wurde. ${ASK_OPERATORS}`
  },
  restored: {
    operator: 'a backup was restored that is older than what was sent; ' +
      'it goes on to those of whom the journal does not know that they got it',
    editor: 'Die Datenbank wurde aus einer Sicherung wiederhergestellt, die den Versand nicht vollständig kennt. ' +
      'Wer die Ausgabe nachweislich bekommen hat, bekommt sie kein zweites Mal. ' +
      'Bitte sprechen Sie mit der Technik, bevor Sie den Versand fortsetzen.'
  },
  'bounce-rate': {
    operator: 'more than 1 % of the mailboxes do not exist, which harms our reputation with mailbox providers',
    editor: 'Mehr als 1 % der Adressen gibt es nicht mehr. ' +
      'Damit unser Ruf bei den Postfachanbietern nicht leidet, wurde der Versand angehalten.'
  }
}
