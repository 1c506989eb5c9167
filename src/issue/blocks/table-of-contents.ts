import { defineBlock } from './block-kind.js'
import { heading } from './common-fields.js'

export const tableOfContents = defineBlock({
  type: 'table_of_contents',
  name: 'Inhaltsverzeichnis',
  purpose: 'Die Überschriften aller Blöcke, die danach kommen. Es entsteht automatisch.',
  example: `
title: In dieser Ausgabe
`,
  fields: { title: heading().optional() },
  heading: (block, texts) => block.title ?? texts.issue.headings.tableOfContents,
  view: (_, { following }) => ({ entries: following() })
})
