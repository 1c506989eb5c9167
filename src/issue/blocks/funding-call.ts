import { amount, day, line, markdown, paragraph } from '../content/field-types.js'
import { countMarkdownWords } from '../render/reading-time.js'
import { defineBlock } from './block-kind.js'
import { heading, webLink } from './common-fields.js'

export const fundingCall = defineBlock({
  type: 'funding_call',
  name: 'Förderaufruf',
  purpose: 'Eine Förderung mit Betrag und Frist.',
  example: `
title: Geld für die Vielfaltsstrategie Ihrer Kommune
description: Das Land fördert Moderation, Beteiligung und Auswertung.
amount: 20000
amount_note: je Kommune
who: Kreisangehörige Städte und Gemeinden
deadline: 2027-12-31
link:
  label: Voraussetzungen und Antrag
  url: https://beispiel.de/antrag
`,
  fields: {
    title: heading('Der Titel'),
    amount: amount('Der Betrag', 1e12, 'Schreiben Sie zum Beispiel 20000.'),
    amount_note: line('Der Zusatz zum Betrag', 100).optional(),
    who: paragraph('Die Angabe, wer sich bewerben kann,', 1_000),
    deadline: day('Die Frist'),
    description: markdown('Die Beschreibung').optional(),
    link: webLink.optional()
  },
  parts: { link: 'Verweis' },
  heading: block => block.title,
  label: (_, texts) => texts.issue.labels.fundingCall,
  words: block => countMarkdownWords(block.description ?? ''),
  deadlines: block => [{ name: 'Die Frist', ends: 'deadline', date: block.deadline, field: ['deadline'] }],
  view: (block, { show, format }) => ({
    amount: format.euros(block.amount),
    amount_note: block.amount_note,
    who: block.who,
    deadline: format.fullDay(block.deadline),
    description: block.description === undefined ? null : show(block.description),
    link: block.link
  })
})
