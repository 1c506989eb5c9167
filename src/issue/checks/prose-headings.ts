import { quoted, repaired } from './edit-text.js'
import type { Check } from './check.js'
import type { Found } from './finding.js'
import type { Prose } from './prose.js'
import type { TextField } from './text-fields.js'

function inProse (find: (prose: Prose, text: TextField) => Found[]): Check['find'] {
  return ({ texts }) => texts.flatMap(text => text.prose === null ? [] : find(text.prose, text))
}

/** The levels that the headings of a text should have: none is skipped, and none lies above 3. */
function rightLevels ({ headings }: Prose): number[] {
  const open: number[] = []
  return headings.map(({ level }) => {
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    return Math.min(6, open.length + 2)
  })
}

export const headingOrder: Check = {
  code: 'heading-order',
  level: 'barrier',
  about: 'Die Zwischenüberschriften eines Textes überspringen eine Ebene oder beginnen zu tief.',
  find: inProse((prose, text) => {
    const right = rightLevels(prose)
    const top = prose.headings[0]?.level ?? 3
    const offset = Math.max(0, 3 - top)
    const wrong = prose.headings.find(({ level }, index) => level + offset !== right[index])
    if (wrong === undefined) return []
    const lines = text.value.split('\n')
    prose.headings.forEach(({ line }, index) => {
      lines[line] = (lines[line] ?? '').replace(/^( {0,3})#+/, `$1${'#'.repeat(right[index] ?? 3)}`)
    })
    const message = `Die Zwischenüberschrift ${quoted(wrong.text)} steht auf der falschen Ebene. ` +
      'Beginnen Sie mit ###, und gehen Sie höchstens eine Ebene tiefer.'
    return [{ ...place(text), message, ...repaired(text, 'Ebenen berichtigen', lines.join('\n')) }]
  })
}

const place = ({ block, field }: TextField): Pick<Found, 'block' | 'field'> => ({ block, field })

export const headingEmpty: Check = {
  code: 'heading-empty',
  level: 'barrier',
  about: 'Eine Zwischenüberschrift hat keinen Text.',
  find: inProse(({ headings }, text) => headings.filter(heading => heading.text === '').map(({ line }) => {
    const lines = text.value.split('\n')
    lines.splice(line, 1)
    return {
      ...place(text),
      message: 'Eine Zwischenüberschrift ist leer. Schreiben Sie sie, oder entfernen Sie sie.',
      ...repaired(text, 'Leere Zwischenüberschrift entfernen', lines.join('\n'))
    }
  }))
}

export const headingFaked: Check = {
  code: 'heading-faked',
  level: 'hint',
  about: 'Ein fett geschriebener Absatz steht da, wo eine Zwischenüberschrift gemeint ist.',
  find: inProse(({ parts }, text) => parts.flatMap(({ kind, isBold, text: bold, line }, index): Found[] => {
    const isTitle = kind === 'paragraph' && isBold && bold.length <= 80 && !/[.,;!]$/.test(bold.trim())
    if (!isTitle || bold.includes('\n') || parts[index + 1] === undefined) return []
    const lines = text.value.split('\n')
    lines[line] = (lines[line] ?? '').replace(/^ {0,3}(\*\*|__)(.*)\1\s*$/, '### $2')
    return [{
      ...place(text),
      message: `${quoted(bold)} sieht aus wie eine Überschrift, ist aber nur fett. Vorlesesoftware findet sie nicht.`,
      ...repaired(text, 'Zwischenüberschrift daraus machen', lines.join('\n'))
    }]
  }))
}

export const headingWithoutText: Check = {
  code: 'heading-without-text',
  level: 'hint',
  about: 'Nach einer Zwischenüberschrift kommt kein Text.',
  find: inProse(({ parts }, text) => parts.flatMap(({ kind, text: title }, index): Found[] => {
    const next = parts[index + 1]
    if (kind !== 'heading' || title.trim() === '' || next !== undefined) return []
    return [{ ...place(text), message: `Nach der Zwischenüberschrift ${quoted(title)} kommt kein Text.` }]
  }))
}
