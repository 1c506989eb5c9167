import type { Publisher } from '../../platform/newsletter/publisher.js'
import { longDay } from '../../platform/text/dates.js'
import { dePrivacy } from '../../texts/de-privacy.js'
import { describeKeeps } from '../retention/period.js'
import type { Rule } from '../retention/rule.js'
import { list, table, text, type GeneratedDocument, type Section } from './document.js'
import type { ProcessingFacts } from './facts.js'
import { toldRules } from './told-rules.js'

const { record, whose, bases } = dePrivacy

export interface RecordSubject {
  publisher: Publisher
  facts: ProcessingFacts
  now: Date
  /** How many columns the database has, and which places in it have no rule. */
  walked: { columns: number, uncovered: readonly string[] }
}

/** The record of processing (Art. 30 (1) GDPR), with all that it must hold. */
export function recordOfProcessing ({ publisher, facts, now, walked }: RecordSubject): GeneratedDocument {
  return {
    title: record.title,
    lead: record.lead(publisher.newsletter, longDay('de', now)),
    sections: [
      controller(publisher),
      ...(Object.keys(record.activities) as Array<keyof typeof record.activities>).map(each => activity(each, facts)),
      recipients(facts),
      { heading: record.thirdCountries.heading, parts: [text(record.thirdCountries.text)] },
      { heading: record.measures.heading, parts: [list(record.measures.items)] },
      places(walked, facts)
    ]
  }
}

function controller (publisher: Publisher): Section {
  const words = record.controller
  return {
    heading: words.heading,
    parts: [table(words.head, [
      [words.organisation, publisher.organisation],
      [words.department, publisher.department],
      [words.address, `${publisher.street}, ${publisher.city}`],
      [words.phone, publisher.phone],
      [words.email, publisher.email],
      [words.represented, publisher.represented_by],
      [words.officer, publisher.data_protection_officer],
      [words.authority, publisher.supervisory_authority]
    ])]
  }
}

function activity (of: keyof typeof record.activities, facts: ProcessingFacts): Section {
  const { heading, purpose } = record.activities[of]
  const rows = toldRules(facts).filter(rule => rule.whose === of)
    .map(rule => [rule.what, rule.why, bases[rule.basis], describeKeeps(rule, facts.times)])
  return {
    heading,
    parts: [
      text(purpose),
      text(record.subjects(whose[of])),
      ...(of === 'readers' ? [text(record.special)] : []),
      table(record.head, rows)
    ]
  }
}

function recipients ({ relays, identityProvider, journal }: ProcessingFacts): Section {
  const words = record.recipients
  return {
    heading: words.heading,
    parts: [table(words.head, [
      words.mailboxes,
      relays.length === 0 ? words.noRelay : words.relay(relays.join(', ')),
      words.centre,
      ...(journal.server === null ? [] : [words.journalServer(journal.server)]),
      ...(identityProvider === null ? [] : [words.provider(identityProvider)]),
      words.public
    ])]
  }
}

function places ({ columns, uncovered }: RecordSubject['walked'], facts: ProcessingFacts): Section {
  const words = record.places
  return {
    heading: words.heading,
    parts: [
      ...(uncovered.length === 0
        ? [text(words.checked(columns))]
        : [text(words.uncovered), list([...uncovered])]),
      table(words.head, toldRules(facts).filter(({ whose }) => whose !== 'nobody')
        .map(rule => [rule.what, placesOf(rule, facts)]))
    ]
  }
}

function placesOf (
  { columns, settings = [], logFields = [], inJournal = false }: Rule, { journal: { folder, server } }: ProcessingFacts
): string {
  const { memory, ...words } = record.places
  const journal = [
    ...(folder === null ? [] : [words.folder(folder)]),
    ...(server === null ? [] : [words.server(server)])
  ]
  const all = [...(inJournal ? journal : []), ...columns, ...settings, ...logFields]
  return all.length === 0 ? memory : all.join(', ')
}
