/** German words of the archive, and of the page on which editors correct what was sent. */
export const deArchive = {
  feedSubtitle: (newsletter: string) => `Alle Ausgaben des Newsletters ${newsletter}`,
  correction: (day: string) => `Berichtigung vom ${day}:`,
  noPage: {
    heading: 'Diese Ausgabe steht nicht auf der Website',
    message: 'Der Link ist nicht vollständig, oder die Ausgabe ist noch nicht versandt.'
  },
  done: {
    berichtigt: 'Die Berichtigung steht jetzt über der Ausgabe. Bis alle sie sehen, dauert es etwa eine Minute.',
    entfernt: 'Die Berichtigung ist von der Website entfernt.',
    zurueckgezogen: 'Die Ausgabe ist zurückgezogen. Auf der Website steht jetzt Ihr Grund.',
    gezeigt: 'Die Ausgabe ist wieder auf der Website zu lesen.'
  },
  faults: {
    empty: {
      text: 'Bitte schreiben Sie, was in der Ausgabe falsch war und was stimmt.',
      reason: 'Bitte nennen Sie den Grund. Er steht dann auf der Website.'
    },
    characters: 'Der Text enthält unsichtbare Zeichen, die nicht erlaubt sind. Bitte tippen Sie ihn neu ein.',
    tooLong: (most: number) => `Der Text ist zu lang. Möglich sind ${most.toLocaleString('de-DE')} Zeichen.`,
    correctionGone: 'Diese Berichtigung hat inzwischen jemand entfernt.',
    withdrawnAlready: 'Die Ausgabe hat inzwischen jemand zurückgezogen.',
    shownAlready: 'Die Ausgabe ist schon wieder auf der Website zu lesen.'
  }
}
