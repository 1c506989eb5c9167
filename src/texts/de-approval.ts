/** German words of the page on which an issue is submitted, approved or returned. */
export const deApproval = {
  /** Where an issue stands on its way to its readers. */
  standings: {
    draft: 'Entwurf',
    submitted: 'wartet auf Freigabe',
    returned: 'zurückgegeben',
    approved: 'freigegeben',
    changed: 'freigegeben, danach geändert',
    published: 'veröffentlicht'
  },
  /** „Eva Muster, 27. Nov. 2026, 10:42“ */
  since: {
    approved: (when: string, by: string) => `Was sich seit der Freigabe vom ${when} (${by}) geändert hat`,
    returned: (when: string, by: string) => `Was sich seit der Rückgabe vom ${when} (${by}) geändert hat`,
    look: 'Was sich seit Ihrem Blick geändert hat'
  },
  done: {
    submitted: 'Die Ausgabe ist zur Freigabe gegeben.',
    asked: (name: string) => `Die Ausgabe ist zur Freigabe gegeben. ${name} bekommt eine Mail.`,
    takenBack: 'Sie haben die Ausgabe zurückgenommen. Sie ist wieder ein Entwurf.',
    approved: 'Die Ausgabe ist freigegeben.',
    approvedAlone: 'Die Ausgabe ist freigegeben, aber nicht von einer zweiten Person. Das steht im Protokoll.',
    known: (name: string) => `Diese Ausgabe war schon freigegeben, von ${name}.`,
    returned: 'Die Ausgabe ist zurückgegeben. Ihr Grund steht oben im Entwurf.',
    commented: 'Der Kommentar ist gespeichert.',
    resolved: 'Der Kommentar ist erledigt.'
  },
  faults: {
    barriers: (count: number) => count === 1
      ? 'Das geht noch nicht: Eine Stelle verhindert die Freigabe.'
      : `Das geht noch nicht: ${count === 0 ? 'Einige' : count} Stellen verhindern die Freigabe.`,
    notChosen: 'Noch nicht zur Freigabe gegeben: Bitte wählen Sie, wer die Bitte um Freigabe bekommt.',
    askedRefused: 'Diese Person hat selbst etwas geändert und darf nicht freigeben. Bitte wählen Sie eine andere.',
    changed: 'Nicht freigegeben: Die Ausgabe hat sich geändert, seit Sie sie angesehen haben. Bitte sehen Sie die ' +
      'Änderungen an, und entscheiden Sie dann.',
    numberChanged: 'Nicht freigegeben: Eine andere Ausgabe war schneller, deshalb sind Nummer oder Adresse jetzt ' +
      'andere. Bitte sehen Sie die Ausgabe noch einmal an.',
    ownWork: 'Nicht freigegeben: Sie haben seit der letzten Freigabe selbst etwas geändert. Bitte lassen Sie eine ' +
      'andere Person freigeben.',
    notSubmitted: 'Das ging nicht: Die Ausgabe wartet nicht auf eine Freigabe. Vielleicht hat jemand sie inzwischen ' +
      'zurückgegeben oder zurückgenommen.',
    noEmergency: 'Nicht freigegeben: Bitte schreiben Sie, warum niemand anders freigeben kann.',
    longEmergency: 'Nicht freigegeben: Der Grund ist zu lang. Erlaubt sind höchstens 2.000 Zeichen.',
    noReason: 'Nicht zurückgegeben: Bitte schreiben Sie, was zu ändern ist.',
    longReason: 'Nicht zurückgegeben: Der Grund ist zu lang. Erlaubt sind höchstens 2.000 Zeichen.'
  },
  rules: {
    all: 'Wer seit der letzten Freigabe etwas geändert hat, darf nicht freigeben.',
    last: 'Wer zuletzt etwas geändert hat, darf nicht freigeben.',
    off: 'Die Vier-Augen-Regel ist ausgeschaltet: Auch wer selbst etwas geändert hat, darf freigeben.'
  },
  /** Answers to: Wer darf eine Ausgabe nicht freigeben? */
  ruleChoices: {
    all: 'Wer seit der letzten Freigabe etwas geändert hat',
    last: 'Nur wer zuletzt etwas geändert hat, für zwei Personen',
    off: 'Niemand: Die Vier-Augen-Regel ist ausgeschaltet, für eine Person allein'
  }
}
