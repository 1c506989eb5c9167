import { countWords } from '../render/reading-time.js'
import { defineBlock } from './block-kind.js'
import { LANGUAGE_HINT, quotationFields, quotationView } from './common-fields.js'

export const quotation = defineBlock({
  type: 'quotation',
  name: 'Zitat',
  purpose: 'Ein Zitat, das für sich allein steht.',
  example: `
text: Nobody is hard to reach. Some offers are just far away.
language: en
speaker: Tomasz Ehrenfels
role: Quartiersarbeit Nordstadt
`,
  fields: quotationFields,
  form: { language: { hint: LANGUAGE_HINT } },
  heading: () => null,
  words: block => countWords(block.text),
  view: ({ text, speaker, role, language }) => quotationView({ text, speaker, role, language })
})
