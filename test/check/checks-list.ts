import { CHECKS } from '../../src/issue/checks/registry.js'

const HEAD = `# Was eine Ausgabe noch braucht: die Prüfungen

Diese Seite entsteht aus den Prüfungen im Programm (\`npm run docs\`). \`issue check DATEI\` nennt die Funde mit ihrem
Kürzel. Ein *Hindernis* verhindert die Freigabe, ein *Hinweis* rät nur. In einem Feld werden höchstens drei Funde
derselben Prüfung genannt. Wo das Programm eine Stelle selbst berichtigen kann, bietet es das an.

Wie es den Links geht, sagen \`issue check DATEI --links\` und der Knopf „Links prüfen“ in der Vorschau: defekt,
Vorsicht, Gefahr oder nicht öffentlich. Das hält nie etwas auf, denn ein Server kann gerade fort sein, oder die Seite
erscheint erst mit der Ausgabe.
`

const NAMES = { barrier: 'Hindernis', hint: 'Hinweis' }

/** The text of docs/checks.md, made from the registry of checks. */
export function checksList (): string {
  const rows = CHECKS.map(({ code, level, about }) => `| \`${code}\` | ${NAMES[level]} | ${about} |`)
  const barriers = CHECKS.filter(({ level }) => level === 'barrier').length
  return [
    HEAD,
    `Es sind ${CHECKS.length} Prüfungen, davon finden ${barriers} ein Hindernis.\n`,
    '| Kürzel | Stufe | Was gefunden wird |\n| --- | --- | --- |',
    ...rows,
    TAIL
  ].join('\n')
}

const TAIL = `
## Was die Prüfungen nicht sehen

- Ob ein Alternativtext stimmt, ob ein Linktext passt, ob ein Satz wahr ist: Das sehen nur Menschen.
- Eine andere Sprache erkennen sie an ihrer Schrift oder, bei lateinischer Schrift, an ganzen Sätzen: ab fünf
  Wörtern, wenn mindestens drei von zehn zu den häufigsten Wörtern einer anderen Sprache gehören. Einzelne Wörter
  und Namen bleiben.
- Überschriften, Vorspanne und Beschriftungen haben keinen Platz für eine Sprachkennzeichnung. Dort wird deshalb nicht
  nach anderen Sprachen gesucht.
- Den Kontrast prüfen sie nur in der hellen Fassung der Mail. Die dunkle prüft der Browser:

## Was der Browser prüft

In der Vorschau steht der Knopf „Barrierefreiheit im Browser prüfen“. Er lässt axe über die Mail und die Webseite
der Ausgabe laufen, jeweils hell und dunkel. Es laufen die Regeln für WCAG 2.2, Stufen A und AA, und was axe darüber
hinaus empfiehlt; experimentelle Regeln laufen nicht. Für die Mail fallen die Regeln weg, die einer ganzen Webseite
gelten: Titel, Sprungmarken und Bereiche (landmarks), Sprache und Fenster des Dokuments. Ein Mailprogramm nimmt
der Mail diesen Rahmen ab und setzt sie in seinen eigenen. Was axe nicht entscheiden kann, steht als Bitte in der
Liste, selbst nachzusehen. Diese Funde halten nichts auf. Ohne JavaScript gibt es diese Prüfung nicht.
`
