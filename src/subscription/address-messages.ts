import type { AddressFault } from '../platform/mail/address.js'
import { de } from '../texts/de.js'

/** What a sign-up may be refused for. */
export type SignUpFault = AddressFault | 'special_use'

/** What is wrong with a typed address, and what to do about it. */
export const ADDRESS_MESSAGES: Readonly<Record<SignUpFault, string>> = de.subscription.addressFaults
