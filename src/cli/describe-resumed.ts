import { HARD, limit, REFUSED } from '../delivery/guard.js'
import type { Resumed } from '../delivery/control.js'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** What was accepted by resuming, and when the issue will pause again. */
export function describeResumed ({ reason, accepted }: Resumed): string {
  const hard = reason === 'bounce-rate'
    ? `That ${percent(accepted.hard)} of the mailboxes do not exist is accepted. `
    : ''
  const refused = reason === 'policy' && accepted.refused > 0
    ? `That ${percent(accepted.refused)} of the mailboxes refuse us is accepted. `
    : ''
  return `Resumed. ${hard}${refused}` +
    'Only what comes from now on counts, without mailboxes that refused an earlier issue.\n' +
    `It pauses again if more than ${percent(limit(HARD, accepted.hard))} of at least ${HARD.sample} mailboxes ` +
    `do not exist, or if ${REFUSED.least} in a row or ${percent(limit(REFUSED, accepted.refused))} refuse us.`
}
