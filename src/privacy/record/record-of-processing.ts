import type { Publisher } from '../../platform/newsletter/publisher.js'
import { longDay } from '../../platform/text/dates.js'
import { dePrivacy } from '../../texts/de-privacy.js'
import { describeKeeps } from '../retention/period.js'
import type { Rule } from '../retention/rule.js'
import { RULES } from '../retention/rules.js'
import { list, table, text, type GeneratedDocument, type Section } from './document.js'
import type { ProcessingFacts } from './facts.js'

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
      places(walked)
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

function activity (of: keyof typeof record.activities, { times }: ProcessingFacts): Section {
  const { heading, purpose } = record.activities[of]
  const rows = RULES.filter(rule => rule.whose === of)
    .map(rule => [rule.what, rule.why, bases[rule.basis], describeKeeps(rule, times)])
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

function recipients ({ relays, identityProvider }: ProcessingFacts): Section {
  const words = record.recipients
  return {
    heading: words.heading,
    parts: [table(words.head, [
      words.mailboxes,
      relays.length === 0 ? words.noRelay : words.relay(relays.join(', ')),
      words.centre,
      ...(identityProvider === null ? [] : [words.provider(identityProvider)]),
      words.public
    ])]
  }
}

function places ({ columns, uncovered }: RecordSubject['walked']): Section {
  const words = record.places
  return {
    heading: words.heading,
    parts: [
      ...(uncovered.length === 0
        ? [text(words.checked(columns))]
        : [text(words.uncovered), list([...uncovered])]),
      table(words.head, RULES.filter(({ whose }) => whose !== 'nobody').map(rule => [rule.what, placesOf(rule)]))
    ]
  }
}

function placesOf ({ columns, settings = [], logFields = [] }: Rule): string {
  const all = [...columns, ...settings, ...logFields]
  return all.length === 0 ? record.places.memory : all.join(', ')
}
