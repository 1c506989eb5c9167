import { amount, line, link, list, object } from '../content/field-types.js'
import { defineBlock } from './block-kind.js'
import { heading } from './common-fields.js'

const IN_BYTES = 'Schreiben Sie sie in Byte, zum Beispiel 1240000.'

const file = object('Die Datei', {
  label: line('Die Beschriftung', 200),
  url: link('Die Adresse'),
  type: line('Der Dateityp', 10, 'Schreiben Sie zum Beispiel PDF.'),
  size: amount('Die Dateigröße', 1e10, IN_BYTES).int('Die Dateigröße muss eine ganze Zahl in Byte sein.')
})

export const downloads = defineBlock({
  type: 'downloads',
  name: 'Downloads',
  purpose: 'Dateien zum Herunterladen. Sie laden sie hoch, oder sie liegen auf einer Website.',
  example: `
title: Zum Mitnehmen
files:
  - label: Das Programm auf einen Blick
    url: https://beispiel.de/auf-einen-blick.pdf
    type: PDF
    size: 1240000
`,
  fields: {
    title: heading().optional(),
    files: list('Die Dateiliste', file, 30)
  },
  entries: { files: 'Datei' },
  heading: (block, texts) => block.title ?? texts.issue.headings.downloads,
  view: ({ files }, { format }) => ({
    files: files.map(({ label, url, type, size }) => ({ label, url, kind: type, size: format.fileSize(size) }))
  })
})
