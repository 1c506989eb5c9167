import type { JoinFaults } from '../../editor/invitation/join.js'
import { de } from '../../texts/de.js'

/** What is wrong with the fields of a form that makes an account, as sentences. */
export interface JoinErrors {
  name: string | null
  address: string | null
  password: string | null
  passkey: string | null
}

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
