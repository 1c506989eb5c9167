import { randomUUID } from 'node:crypto'
import {
  acceptInvitation, findInvitation, readPerson, type Invitation, type JoinDeps, type PersonFaults
} from '../invitation/accept-invitation.js'
import { offerPasskey, storePasskey, verifyNewPasskey, type PasskeyDeps, type PasskeyOffer } from './new-passkey.js'
import type { NewPasskeyAnswer } from './answer.js'

export interface PasskeyJoinDeps extends JoinDeps, PasskeyDeps {}

interface Form { name: string, address: string }

type Refusal = { kind: 'faults', faults: PersonFaults } | { kind: 'gone' }

/**
 * Offers a passkey to somebody who accepts an invitation without a password. Faults of the form
 * come first: a device would keep a passkey that no account knows.
 */
export async function offerPasskeyToJoin (
  deps: PasskeyJoinDeps, token: string, form: Form
): Promise<Refusal | { kind: 'offered', offer: PasskeyOffer }> {
  const invitation = await findInvitation(deps, token)
  if (invitation === null) return { kind: 'gone' }
  const person = await readPerson(deps, invitation, form)
  if (!person.ok) return { kind: 'faults', faults: person.faults }
  const editorId = invitation.editorId ?? randomUUID()
  const offer = await offerPasskey(deps, { editorId, name: person.name, address: person.address.address })
  return { kind: 'offered', offer }
}

/** `wrong`: there is no answer, or it is not right. */
export type JoinedByPasskey = Refusal | { kind: 'wrong' } | { kind: 'joined', editorId: string }

/** Accepts an invitation with the passkey that was offered. Faults change nothing. */
export async function joinByPasskey (
  deps: PasskeyJoinDeps,
  token: string,
  { answer, passkeyName, ...form }: Form & { answer: NewPasskeyAnswer | null, passkeyName: string }
): Promise<JoinedByPasskey> {
  const invitation = await findInvitation(deps, token)
  if (invitation === null) return { kind: 'gone' }
  const person = await readPerson(deps, invitation, form)
  if (!person.ok) return { kind: 'faults', faults: person.faults }
  const passkey = answer === null ? null : await verifyNewPasskey(deps, answer)
  if (passkey === null || !isFor(invitation, passkey.editorId)) return { kind: 'wrong' }
  const accepted = await acceptInvitation(deps, token, { ...person, newId: passkey.editorId }, async db => {
    if (!await storePasskey({ ...deps, db }, passkey, passkeyName)) throw new KnownPasskey()
  }).catch((error: unknown) => {
    if (error instanceof KnownPasskey) return { kind: 'wrong' as const }
    throw error
  })
  return accepted.kind === 'taken' ? { kind: 'faults', faults: { name: null, address: 'taken' } } : accepted
}

/** Takes the transaction back: another account has a passkey with this id. */
class KnownPasskey extends Error {}

/** The account of the first link gets the id that its passkey was made for. */
function isFor (invitation: Invitation, editorId: string): boolean {
  return invitation.first || invitation.editorId === editorId
}
