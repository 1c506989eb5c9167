import type { Publisher } from '../../platform/newsletter/publisher.js'
import { longDay } from '../../platform/text/dates.js'
import { dePrivacy } from '../../texts/de-privacy.js'
import { describeKeeps, describePeriod } from '../retention/period.js'
import { EVERY_TEN_MINUTES, isPurge, type RetentionTimes, type Rule, type StartKind } from '../retention/rule.js'
import { table, text, type GeneratedDocument, type Section } from './document.js'
import type { ProcessingFacts } from './facts.js'
import { toldRules } from './told-rules.js'

const { concept, whose, bases, starts } = dePrivacy

export interface ConceptSubject { publisher: Publisher, facts: ProcessingFacts, now: Date }

/** The erasure concept, by the parts that DIN 66398 asks for. */
export function erasureConcept ({ publisher, facts, now }: ConceptSubject): GeneratedDocument {
  const { times, consentProof } = facts
  const told = toldRules(facts)
  const classes = classify(told, times)
  const { organisation, data_protection_officer: officer } = publisher
  return {
    title: concept.title,
    lead: concept.lead(publisher.newsletter, longDay('de', now)),
    sections: [
      { heading: concept.scope.heading, parts: [text(concept.scope.text(organisation))] },
      section(concept.kinds, told.map(rule => [rule.what, whose[rule.whose], rule.why])),
      {
        heading: concept.classes.heading,
        parts: [text(concept.classes.text), table(concept.classes.head, classes.map(({ name, kind, period, rules }) =>
          [name, starts[kind], period, rules.map(({ what }) => shortly(what)).join('; ')]))]
      },
      section(concept.periods, told.map(rule => [
        rule.what, describeKeeps(rule, times), classes.find(({ rules }) => rules.includes(rule))?.name ?? '',
        bases[rule.basis]
      ])),
      section(concept.starts, (Object.keys(starts) as StartKind[])
        .map(kind => [starts[kind], concept.starts.meanings[kind]])),
      {
        heading: concept.rules.heading,
        parts: [
          text(concept.rules.text),
          table(concept.rules.head, told.map(rule => [rule.what, describeErasure(rule)]))
        ]
      },
      section(concept.responsible, concept.responsible.rows(organisation, officer)),
      section(concept.special, concept.special.rows(consentProof))
    ]
  }
}

function section ({ heading, head }: { heading: string, head: string[] }, rows: string[][]): Section {
  return { heading, parts: [table(head, rows)] }
}

interface ErasureClass { name: string, kind: StartKind, period: string, rules: Rule[] }

/** Kinds of data with the same start and the same period, named A1, A2, B1 … by their start. */
function classify (told: readonly Rule[], times: RetentionTimes): ErasureClass[] {
  const kinds = Object.keys(starts) as StartKind[]
  return kinds.flatMap((kind, letter) => {
    const groups = new Map<string, Rule[]>()
    for (const rule of told.filter(each => each.starts === kind)) {
      const period = 'until' in rule.keeps ? concept.classes.atOnce : describePeriod(rule.keeps.period, times)
      groups.set(period, [...groups.get(period) ?? [], rule])
    }
    return [...groups].map(([period, rules], index) =>
      ({ name: `${'ABC'[letter] ?? ''}${index + 1}`, kind, period, rules }))
  })
}

/** What stands before the colon: „Konto: Name, …“ is „Konto“. */
function shortly (what: string): string {
  return what.split(/[:;]/)[0] ?? what
}

function describeErasure ({ erasedBy }: Rule): string {
  if (!isPurge(erasedBy)) return erasedBy.act
  const { everyTenMinutes, nightly, job } = concept.rules
  return job(erasedBy.job, erasedBy.every === EVERY_TEN_MINUTES ? everyTenMinutes : nightly)
}
