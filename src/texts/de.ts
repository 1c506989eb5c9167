import { deApproval } from './de-approval.js'
import { deArchive } from './de-archive.js'
import { deDesk } from './de-desk.js'
import { deDrafts } from './de-drafts.js'
import { deExport } from './de-export.js'
import { deImport } from './de-import.js'
import { dePrivacy } from './de-privacy.js'
import { deReturned } from './de-returned.js'
import { deSending } from './de-sending.js'
import { deSubscribers } from './de-subscribers.js'
import { deSettings } from './de-settings.js'

/*
 * The words that readers see and that stand in TypeScript, in German. Sentences that only one
 * template needs stand in that template; what an editor did wrong is said beside the rule that was
 * broken.
 */

/** German words for readers and editors. */
export const de = {
  locale: 'de-DE',

  desk: deDesk,
  drafts: deDrafts,
  approval: deApproval,
  sending: deSending,
  archive: deArchive,
  subscribers: deSubscribers,
  returned: deReturned,
  export: deExport,
  import: deImport,
  settings: deSettings,
  privacy: dePrivacy,

  format: {
    minute: { one: 'Minute', many: 'Minuten' },
    hour: { one: 'Stunde', many: 'Stunden' },
    /** "9.30" for half past nine, "9" for nine sharp. */
    time: (hour: number, minute: string) => minute === '00' ? String(hour) : `${hour}.${minute}`,
    at: (time: string) => `${time} Uhr`,
    from: (time: string) => `ab ${time} Uhr`,
    fromTo: (from: string, to: string) => `${from} bis ${to} Uhr`,
    until: (end: string) => `bis ${end}`,
    euros: (amount: string) => `${amount} Euro`,
    sizes: { bytes: 'Byte', kilobytes: 'KB', megabytes: 'MB' }
  },

  errors: {
    byStatus: {
      400: {
        heading: 'Diese Anfrage konnten wir nicht lesen',
        message: 'Etwas an der Anfrage ist unvollständig oder beschädigt.',
        hint: 'Bitte gehen Sie zurück und versuchen Sie es noch einmal.'
      },
      404: {
        heading: 'Diese Seite gibt es nicht',
        message: 'Vielleicht ist der Link nicht vollständig, oder die Seite ist umgezogen.',
        hint: 'Bitte prüfen Sie die Adresse oder beginnen Sie auf der Startseite.'
      },
      413: {
        heading: 'Das war zu viel auf einmal',
        message: 'Ihre Eingabe ist zu lang. Wir können nicht so viele Daten annehmen.',
        hint: 'Bitte geben Sie nur Ihre E-Mail-Adresse ein.'
      },
      414: {
        heading: 'Diese Adresse ist zu lang',
        message: 'Der Link ist länger als erlaubt.',
        hint: 'Bitte kopieren Sie den Link noch einmal aus der E-Mail.'
      },
      415: {
        heading: 'Dieses Format verstehen wir nicht',
        message: 'Die Daten haben ein Format, das wir nicht verarbeiten.',
        hint: 'Bitte verwenden Sie das Formular auf unserer Seite.'
      },
      500: {
        heading: 'Das hat leider nicht geklappt',
        message: 'Der Fehler liegt bei uns, nicht bei Ihnen.',
        hint: 'Bitte versuchen Sie es später noch einmal.'
      },
      503: {
        heading: 'Wir sind gleich wieder da',
        message: 'Im Moment können wir Ihre Anfrage nicht bearbeiten.',
        hint: 'Bitte versuchen Sie es in einigen Minuten noch einmal.'
      }
    },
    notSaved: 'Ihre Eingabe wurde nicht gespeichert.'
  },

  issue: {
    subject: (newsletter: string, number: number, title: string) => `${newsletter} ${number}: ${title}`,
    /** Words that the mail, its text part and the page share; templates know them as `words`. */
    words: {
      issue: 'Ausgabe',
      readingTime: 'Lesezeit',
      readInBrowser: 'Im Browser lesen',
      unsubscribe: (newsletter: string) => `Vom ${newsletter} abmelden`,
      ownData: 'Meine Daten ansehen oder Adresse ändern',
      picture: 'Bild',
      amount: 'Betrag',
      who: 'Wer sich bewerben kann',
      deadline: 'Frist',
      registrationDeadline: 'Anmeldeschluss',
      phone: 'Telefon',
      email: 'E-Mail'
    },
    labels: { event: 'Veranstaltung', fundingCall: 'Förderung' },
    headings: {
      pressContact: 'Kontakt für die Presse',
      downloads: 'Zum Herunterladen',
      tableOfContents: 'In dieser Ausgabe'
    },
    toRegistration: 'Zur Anmeldung'
  },

  subscription: {
    /** The subjects of the mails to one reader. */
    subjects: {
      confirm: (newsletter: string) => `Bitte bestätigen Sie Ihre Anmeldung zum ${newsletter}`,
      'confirm-imported': (newsletter: string) => `Möchten Sie den ${newsletter} bekommen?`,
      'already-subscribed': (newsletter: string) => `Sie beziehen den ${newsletter} bereits`,
      'own-data': (newsletter: string) => `Ihre Daten beim ${newsletter}`,
      'new-address': (newsletter: string) => `Bitte bestätigen Sie Ihre neue Adresse für den ${newsletter}`,
      'address-changing': (newsletter: string) => `Ihre Adresse beim ${newsletter} soll geändert werden`
    },

    /**
     * What a reader agrees to. Every wording that was ever shown stays on record: a change here
     * begins a new one.
     */
    consent: (newsletter: string, organisation: string) =>
      'Ihre E-Mail-Adresse wird verschlüsselt gespeichert und nur dafür verwendet, ' +
      `Ihnen den ${newsletter} zu schicken. Verantwortlich ist: ${organisation}. ` +
      'Sie können Ihre Einwilligung jederzeit widerrufen: ' +
      'Über den Abmeldelink in jeder Ausgabe wird Ihre Adresse sofort gelöscht.',

    /** What is wrong with a typed address, and what to do about it. */
    addressFaults: {
      empty: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
      control: 'Die Adresse enthält unsichtbare Zeichen, die nicht erlaubt sind. Wir zeigen sie als \ufffd. ' +
        'Bitte löschen Sie sie, oder tippen Sie die Adresse neu ein.',
      several: 'Bitte geben Sie genau eine E-Mail-Adresse ein, ohne Leerzeichen, Komma oder Semikolon.',
      no_at: 'In der E-Mail-Adresse fehlt das @-Zeichen. ' +
        'Eine Adresse sieht zum Beispiel so aus: name@beispiel.de',
      too_long: 'Die E-Mail-Adresse ist zu lang: ' +
        'Vor dem @-Zeichen sind höchstens 64, insgesamt höchstens 254 Zeichen möglich.',
      local_part: 'Der Teil vor dem @-Zeichen stimmt nicht. ' +
        'Bitte prüfen Sie ihn auf Tippfehler, zum Beispiel auf doppelte Punkte.',
      domain: 'Der Teil nach dem @-Zeichen stimmt nicht. ' +
        'Bitte prüfen Sie ihn auf Tippfehler; er sieht zum Beispiel so aus: beispiel.de',
      special_use: 'Unter diesem Namen nach dem @-Zeichen gibt es im Internet keine Postfächer. ' +
        'Bitte geben Sie eine Adresse ein, an die wir Ihnen schreiben können.'
    },

    tooManyFromNetwork: {
      of: {
        'sign-ups': {
          heading: 'Zu viele Anmeldungen aus einem Netz',
          message: 'Aus dem Netz, über das Sie uns erreichen, kamen in kurzer Zeit sehr viele Anmeldungen. ' +
            'Zum Schutz vor Missbrauch nehmen wir von dort vorerst keine weitere an. ' +
            'Diese Anmeldung haben wir nicht gespeichert.'
        },
        'data-requests': {
          heading: 'Zu viele Anfragen aus einem Netz',
          message: 'Aus dem Netz, über das Sie uns erreichen, wurde in kurzer Zeit sehr oft nach gespeicherten Daten ' +
            'gefragt. Zum Schutz vor Missbrauch antworten wir dort vorerst nicht. Es wurde nichts geändert.'
        }
      },
      inHours: (count: number) =>
        `Bitte versuchen Sie es in ${count === 1 ? 'einer Stunde' : `${count} Stunden`} noch einmal.`,
      inMinutes: (count: number) =>
        `Bitte versuchen Sie es in ${count === 1 ? 'einer Minute' : `${count} Minuten`} noch einmal.`
    }
  }
}

/** What a language must bring: the compiler holds every other file in this folder to it. */
export type Texts = typeof de
