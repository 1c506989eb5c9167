import { DOCUMENTED, HARD } from './hard-words.js'
import { OUR_FAULT } from './our-fault-words.js'
import { DOUBT, FULL, SOFT, STILL_TRYING } from './passing-words.js'
import type { WordRow } from './refusal.js'

/**
 * What words mean. The first row that fits decides, so what spares a reader comes first: a reply
 * that speaks of spam and of an unknown user is not a hard bounce.
 */
export const BY_WORDS: readonly WordRow[] = [
  ...STILL_TRYING, ...FULL, ...DOCUMENTED, ...OUR_FAULT, ...SOFT, ...DOUBT, ...HARD
]
