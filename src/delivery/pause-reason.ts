/** Why an issue is paused, as an editor understands it. */
export const PAUSE_REASONS = {
  manual: 'Der Versand wurde von Hand angehalten.',
  'login-refused': 'Der Mailserver lehnt unsere Zugangsdaten ab. Bitte wenden Sie sich an die Technik.',
  'sender-refused': 'Der Mailserver lehnt unsere Absenderadresse ab. Bitte wenden Sie sich an die Technik.',
  policy: 'Viele Postfächer weisen unsere Mails wegen ihrer Richtlinien ab, zum Beispiel wegen einer fehlenden Signatur. Bitte wenden Sie sich an die Technik.',
  'too-large': 'Die Mail ist für den Mailserver zu groß. Bitte kürzen Sie die Ausgabe, oder wenden Sie sich an die Technik.',
  'key-missing': 'Ein Schlüssel fehlt, ohne den ein Teil der Adressen nicht gelesen werden kann. Bitte wenden Sie sich an die Technik.',
  'bounce-rate': 'Mehr als 1 % der Adressen gibt es nicht mehr. Damit unser Ruf bei den Postfachanbietern nicht leidet, wurde der Versand angehalten.'
} as const

export type PauseReason = keyof typeof PAUSE_REASONS

/** The German sentence for what the database holds. */
export function pauseSentence (reason: string): string {
  return PAUSE_REASONS[reason as PauseReason] ?? PAUSE_REASONS.manual
}
