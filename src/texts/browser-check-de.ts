/**
 * German words of the check in the browser. They stand apart, so that browsers load no others.
 */
export const browserCheckDe = {
  running: (part: number, parts: number) => `Die Prüfung läuft: Teil ${part} von ${parts} …`,
  nothing: 'Die Prüfung im Browser hat nichts gefunden.',
  found: (count: number) => `Die Prüfung im Browser hat ${count === 1 ? 'eine Sache' : `${count} Sachen`} gefunden.`,
  frame: 'Mail und Seite, während sie geprüft werden',
  outside: 'Außerhalb der Blöcke',
  places: (count: number) => count === 1 ? '1 Stelle' : `${count} Stellen`,
  undecided: (sentence: string) => `Bitte sehen Sie selbst nach: ${sentence}`,
  example: (text: string) => `Zum Beispiel: „${text}“`,
  looks: {
    mail: { hell: 'Mail hell', dunkel: 'Mail dunkel' },
    page: { hell: 'Seite hell', dunkel: 'Seite dunkel' }
  }
}
