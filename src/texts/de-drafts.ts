/** German words of the pages on which drafts are written. */
export const deDrafts = {
  states: {
    draft: 'Entwurf',
    submitted: 'zur Freigabe',
    returned: 'zurückgegeben',
    approved: 'freigegeben',
    published: 'veröffentlicht'
  },
  askedOfYou: 'Sie sind um die Freigabe gebeten',
  planned: (when: string) => `geplant für ${when}`,
  heldBack: 'nicht versandt',
  issueStates: {
    approved: 'freigegeben',
    waiting: 'freigegeben',
    sending: 'im Versand',
    paused: 'angehalten',
    cancelled: 'abgebrochen',
    sent: 'versandt'
  },
  versionReasons: {
    imported: 'importiert',
    daily: 'Stand am Ende eines Arbeitstags',
    named: 'von Hand benannt',
    submitted: 'zur Freigabe gegeben',
    returned: 'zurückgegeben',
    approved: 'freigegeben',
    replaced: 'Stand vor dem Wiederherstellen',
    restored: 'wiederhergestellt'
  },
  untitled: 'Ohne Titel',
  somebody: 'unbekannt',
  head: 'Kopf der Ausgabe',
  removedBlock: 'entfernter Block',
  /** „Artikel ‚Der Brief‘“ */
  blockName: (kind: string, heading: string) => heading === '' ? kind : `${kind} ‚${heading}‘`,

  status: {
    created: 'Der Entwurf ist angelegt.',
    imported: 'Die Ausgabe ist importiert. Prüfen Sie Bilder, Daten und Verweise.',
    copied: 'Die Ausgabe ist kopiert. Datum und Kurzadresse sind leer, damit nichts unter dem alten Namen erscheint.',
    headSaved: (time: string) => `Der Kopf der Ausgabe ist gespeichert, ${time} Uhr.`,
    saved: (block: string, time: string) => `${block} ist gespeichert, ${time} Uhr.`,
    added: (block: string, place: number, of: number) => `${block} ist an Stelle ${place} von ${of} hinzugefügt.`,
    moved: (block: string, place: number, of: number) => `${block} ist jetzt an Stelle ${place} von ${of}.`,
    duplicated: (block: string, place: number, of: number) => `Die Kopie ${block} steht an Stelle ${place} von ${of}.`,
    removed: (block: string) => `${block} ist entfernt.`,
    putBack: (block: string, place: number, of: number) => `${block} ist wieder da, an Stelle ${place} von ${of}.`,
    full: 'Eine Ausgabe hat höchstens 40 Blöcke. Entfernen Sie einen Block, bevor Sie einen anderen hinzufügen.',
    commented: 'Der Kommentar ist gespeichert.',
    resolved: 'Der Kommentar ist erledigt.',
    named: 'Die Fassung ist festgehalten.',
    restored: 'Die Fassung ist wiederhergestellt. Der Stand davor steht unter „Fassungen“.',
    decided: 'Ihre Entscheidung ist gespeichert. Der andere Text bleibt unter „Fassungen“ erhalten.',
    deleted: (title: string) => `„${title}“ ist gelöscht. Sie können den Entwurf 30 Tage lang zurückholen.`,
    undeleted: 'Der Entwurf ist wieder da.',
    gone: 'Diesen Block gibt es nicht mehr. Jemand hat ihn inzwischen entfernt.'
  },

  linkConditions: {
    fine: 'In Ordnung', broken: 'Defekt', caution: 'Vorsicht', danger: 'Gefahr', 'not-public': 'Nicht öffentlich'
  },

  errors: {
    fileRefused: 'Ihr Text ist gespeichert. Eine Datei konnten wir nicht verwenden; was zu tun ist, steht bei ihr.',
    tooLong: 'Der Text ist zu lang. Ein Block darf höchstens 300.000 Zeichen haben. ' +
      'Ihr Text steht noch in den Feldern.',
    emptyComment: 'Der Kommentar ist leer.',
    longComment: 'Der Kommentar ist zu lang. Erlaubt sind höchstens 5.000 Zeichen.',
    emptyName: 'Geben Sie der Fassung einen Namen, zum Beispiel „Vor der Abstimmung“.',
    linksBusy: {
      heading: 'Bitte warten Sie einen Moment',
      message: 'Die Links dieser Ausgabe werden gerade nachgesehen, oder Sie haben eben erst nachsehen lassen.',
      hint: 'Bitte versuchen Sie es in einer halben Minute noch einmal.'
    },
    noFile: 'Wählen Sie zuerst eine Datei aus.',
    uploadTooLarge: {
      heading: 'Das war zu viel auf einmal',
      message: 'Die Dateien sind zusammen größer als 100 MB.',
      hint: 'Bitte laden Sie weniger Dateien auf einmal hoch.'
    },
    noDraft: {
      heading: 'Diesen Entwurf gibt es nicht',
      message: 'Er ist gelöscht, oder der Link ist nicht vollständig.',
      hint: 'Gelöschte Entwürfe können Sie 30 Tage lang unter „Gelöschte Entwürfe“ zurückholen.'
    },
    noVersion: {
      heading: 'Diese Fassung gibt es nicht',
      message: 'Der Link ist nicht vollständig, oder die Fassung gehört zu einem anderen Entwurf.'
    }
  },

  inbox: { outlook: 'Outlook', gmail: 'Gmail', iphone: 'Mail auf dem iPhone' }
}
