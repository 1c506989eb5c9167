import { day, line, link, list, markdown, moment, object } from '../content/field-types.js'
import { countMarkdownWords } from '../render/reading-time.js'
import { defineBlock, type Deadline } from './block-kind.js'
import { heading } from './common-fields.js'

const eventDate = object('Der Termin', {
  start: moment('Der Beginn'),
  end: moment('Das Ende').optional(),
  place: line('Der Ort', 200),
  address: line('Die Anschrift', 300).optional()
}).refine(date => date.end === undefined || date.end > date.start, 'Das Ende liegt nicht nach dem Beginn.')

const registration = object('Die Anmeldung', {
  url: link('Die Adresse'),
  label: line('Die Beschriftung', 120).optional(),
  deadline: day('Der Anmeldeschluss').optional()
})

function deadlineOf (date: string | undefined): Deadline[] {
  if (date === undefined) return []
  return [{ name: 'Der Anmeldeschluss', ends: 'deadline', date, field: ['registration', 'deadline'] }]
}

export const event = defineBlock({
  type: 'event',
  name: 'Veranstaltung',
  purpose: 'Eine Veranstaltung mit einem oder mehreren Terminen, auf Wunsch mit Anmeldung.',
  example: `
title: Regionalkonferenz
description: Vorträge und ein **Markt der Möglichkeiten**.
dates:
  - start: 2027-06-08 09:30
    end: 2027-06-08 16:30
    place: Kassel
    address: Haus der Begegnung, Königsgalerie 7, 34117 Kassel
registration:
  url: https://beispiel.de/anmeldung
  label: Zur Anmeldung
  deadline: 2027-05-21
`,
  fields: {
    title: heading('Der Titel'),
    description: markdown('Die Beschreibung').optional(),
    dates: list('Die Terminliste', eventDate, 20),
    registration: registration.optional()
  },
  parts: { registration: 'Anmeldung' },
  entries: { dates: 'Termin' },
  heading: block => block.title,
  label: (_, texts) => texts.issue.labels.event,
  words: block => countMarkdownWords(block.description ?? ''),
  deadlines: ({ dates, registration }) => [
    ...dates.map(({ start, end }, index): Deadline =>
      ({ name: 'Der Termin', ends: 'event', date: end ?? start, field: ['dates', String(index)] })),
    ...deadlineOf(registration?.deadline)
  ],
  calendar: ({ description = '', dates, registration = null }) => ({ description, dates, registration }),
  view: ({ description, dates, registration }, { show, texts, format }) => ({
    description: description === undefined ? null : show(description),
    dates: dates.map(({ start, end, place, address }) =>
      ({ ...format.tile(start), full: format.fullDay(start), hours: format.hours(start, end), place, address })),
    registration: registration === undefined
      ? null
      : {
          url: registration.url,
          label: registration.label ?? texts.issue.toRegistration,
          deadline: registration.deadline === undefined ? null : format.longDay(registration.deadline)
        }
  })
})
