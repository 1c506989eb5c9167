import type { z } from 'zod'
import type { BlockKind } from '../../src/issue/blocks/block-kind.js'
import { BLOCK_KINDS } from '../../src/issue/blocks/registry.js'

const HEAD = `# Eine Ausgabe schreiben

Eine Ausgabe ist eine Textdatei in YAML. Diese Seite entsteht aus den Blockarten im Programm
(\`npm run docs\`); Beispiele und Angaben stimmen deshalb mit der Prüfung überein.

Am Anfang stehen die Angaben zur Ausgabe, danach unter \`blocks\` die Blöcke in ihrer Reihenfolge:

\`\`\`yaml
title: Wie aus vielen Händen ein Netz wird
preheader: Worum es geht, in ein bis zwei Sätzen.
date: 2027-02-10
blocks:
  - type: quotation
    text: Niemand ist schwer erreichbar.
    speaker: Tomasz Ehrenfels
\`\`\`

- \`title\`: der Titel
- \`preheader\`: der Vorspann, den Postfächer neben dem Betreff zeigen
- \`date\`: das Datum der Ausgabe, als JJJJ-MM-TT
- \`subject\` (freiwillig): ein eigener Betreff; sonst stehen dort Name, Nummer und Titel
- \`slug\` (freiwillig): die Kurzadresse der Seite; sonst entsteht sie aus dem Titel

Lange Texte (\`body\`, \`description\`) sind Markdown: Absätze, \`###\` für Zwischenüberschriften, Listen mit
\`-\` oder \`1.\`, \`**fett**\`, \`*kursiv*\` und Links wie \`[Text](https://beispiel.de)\`. Enthält eine Zeile einen
Doppelpunkt mit Leerzeichen, setzen Sie sie in Anführungszeichen.

Steht im Text etwas in einer anderen Sprache, nennen Sie die Sprache: \`[Hoş geldiniz]{lang=tr}\`. Vorlesesoftware
spricht es dann richtig aus. Ein Zitat hat dafür die Angabe \`language\`.

Ein Bild (\`picture\`) hat einen Alternativtext (\`alt\`), der sagt, was zu sehen ist. Schmückt es nur und sagt nichts,
schreiben Sie statt \`alt\` die Angabe \`decorative: true\`: Vorlesesoftware übergeht es dann. Das entscheiden Sie bei
jeder Verwendung neu. Freiwillig ist der Bildnachweis (\`credit\`).

Prüfen Sie die Datei mit \`issue check DATEI\` und sehen Sie sie mit \`issue preview DATEI\` an.
`

/** The text of docs/issue-format.md, made from the registry of blocks. */
export function issueFormat (): string {
  return [HEAD, ...BLOCK_KINDS.map(section)].join('\n')
}

/** The example of a kind as an entry of `blocks`. */
export function exampleOf ({ type, example }: BlockKind): string {
  const lines = [`type: ${type}`, ...example.trim().split('\n')]
  return lines.map((line, index) => line === '' ? '' : `${index === 0 ? '  - ' : '    '}${line}`).join('\n')
}

function section (kind: BlockKind): string {
  const fields = Object.entries(kind.draft.shape).filter(([name]) => name !== 'type').map(describe)
  const example = `\`\`\`yaml\nblocks:\n${exampleOf(kind)}\n\`\`\``
  return `## ${kind.name} (\`${kind.type}\`)\n\n${kind.purpose}\n\n${example}\n\n${fields.join('\n')}\n`
}

/**
 * "- `lead` (freiwillig): Der Vorspann". The name is the one in the message about a missing field.
 */
function describe ([name, schema]: [string, z.core.$ZodType]): string {
  const field = schema as z.ZodType
  const isOptional = field.isOptional()
  const required = isOptional ? (field as z.ZodOptional<z.ZodType>).unwrap() : field
  const [problem] = required.safeParse(null).error?.issues ?? []
  const germanName = problem?.message.split(' fehlt')[0]?.replace(/,$/, '') ?? name
  return `- \`${name}\`${isOptional ? ' (freiwillig)' : ''}: ${germanName}`
}
