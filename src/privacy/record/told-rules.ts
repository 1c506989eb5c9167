import { dePrivacy } from '../../texts/de-privacy.js'
import type { Rule } from '../retention/rule.js'
import { RULES } from '../retention/rules.js'
import type { ProcessingFacts } from './facts.js'

const { on, off } = dePrivacy.record.proof

/** All rules, where one depends on a setting with how that is set. */
export function toldRules ({ consentProof }: Pick<ProcessingFacts, 'consentProof'>): Rule[] {
  return RULES.map(rule => rule.onlyWithProof === true
    ? { ...rule, what: `${rule.what}. ${consentProof ? on : off}` }
    : rule)
}
