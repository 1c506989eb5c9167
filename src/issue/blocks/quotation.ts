import { countWords } from '../render/reading-time.js'
import { defineBlock } from './block-kind.js'
import { quotationFields } from './common-fields.js'

export const quotation = defineBlock({
  type: 'quotation',
  name: 'Zitat',
  purpose: 'Ein Zitat, das für sich allein steht.',
  example: `
text: Niemand ist schwer erreichbar. Manche Angebote sind nur weit weg.
speaker: Tomasz Ehrenfels
role: Quartiersarbeit Nordstadt
`,
  fields: quotationFields,
  heading: () => null,
  words: block => countWords(block.text),
  view: ({ text, speaker, role }) => ({ text, speaker, role })
})
