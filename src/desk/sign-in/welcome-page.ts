import type { Invitation } from '../../editor/invitation/accept-invitation.js'
import type { JoinFaults } from '../../editor/invitation/join.js'
import type { Pages } from '../../platform/http/page.js'
import { markControls } from '../../platform/mail/address.js'
import { de } from '../../texts/de.js'
import type { JoinErrors } from '../pages.js'

/** Says what is wrong. What is left out is right. */
export function describeFaults (faults: Partial<JoinFaults>): JoinErrors {
  const texts = de.desk.join
  const address = { ...de.subscription.addressFaults, taken: texts.addressTaken }
  return {
    name: faults.name == null ? null : texts.name[faults.name],
    address: faults.address == null ? null : address[faults.address],
    password: faults.password == null ? null : texts.password[faults.password],
    passkey: null
  }
}

/** The form for who accepts an invitation, with what was typed and what is wrong with it. */
export function welcomePage (
  token: string, { first, address }: Invitation, form: { name: string, address: string }, errors: JoinErrors
): Pages['desk/welcome'] {
  return { token, first, name: markControls(form.name), address: address ?? markControls(form.address), errors }
}
