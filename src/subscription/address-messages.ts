import type { AddressFault } from '../platform/mail/address.js'

/** What a sign-up may be refused for. */
export type SignUpFault = AddressFault | 'special_use'

/** What is wrong with what was typed, and what to do about it. */
export const ADDRESS_MESSAGES: Readonly<Record<SignUpFault, string>> = {
  empty: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
  control: 'Die Adresse enthält unsichtbare Zeichen, die nicht erlaubt sind. Wir zeigen sie als \ufffd. Bitte löschen Sie sie, oder tippen Sie die Adresse neu ein.',
  several: 'Bitte geben Sie genau eine E-Mail-Adresse ein, ohne Leerzeichen, Komma oder Semikolon.',
  no_at: 'In der E-Mail-Adresse fehlt das @-Zeichen. Eine Adresse sieht zum Beispiel so aus: name@beispiel.de',
  too_long: 'Die E-Mail-Adresse ist zu lang: Vor dem @-Zeichen sind höchstens 64, insgesamt höchstens 254 Zeichen möglich.',
  local_part: 'Der Teil vor dem @-Zeichen stimmt nicht. Bitte prüfen Sie ihn auf Tippfehler, zum Beispiel auf doppelte Punkte.',
  domain: 'Der Teil nach dem @-Zeichen stimmt nicht. Bitte prüfen Sie ihn auf Tippfehler; er sieht zum Beispiel so aus: beispiel.de',
  special_use: 'Unter diesem Namen nach dem @-Zeichen gibt es im Internet keine Postfächer. Bitte geben Sie eine Adresse ein, an die wir Ihnen schreiben können.'
}
