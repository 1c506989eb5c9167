import { randomUUID } from 'node:crypto'
import {
  acceptInvitation, findInvitation, readPerson, type JoinDeps, type PersonFaults
} from './accept-invitation.js'
import { setPassword } from '../editor.queries.js'
import { hashPassword, passwordFault, type PasswordFault } from '../factor/password.js'

export interface JoinForm { name: string, address: string, password: string }

export interface JoinFaults extends PersonFaults { password: PasswordFault | null }

export type Joined =
  | { kind: 'joined', editorId: string }
  | { kind: 'faults', faults: JoinFaults }
  | { kind: 'gone' }

/** Accepts an invitation with a password. Faults change nothing. */
export async function join (deps: JoinDeps, token: string, form: JoinForm): Promise<Joined> {
  const invitation = await findInvitation(deps, token)
  if (invitation === null) return { kind: 'gone' }
  const person = await readPerson(deps, invitation, form)
  const { publisher } = await deps.house.current()
  const obvious = [person.name, invitation.address ?? form.address, publisher.newsletter]
  const password = passwordFault(form.password, obvious)
  const faults = { ...person.ok ? NO_FAULTS : person.faults, password }
  if (!person.ok || password !== null) return { kind: 'faults', faults }
  const hash = await hashPassword(form.password)
  const accepted = await acceptInvitation(deps, token, { ...person, newId: randomUUID() }, async (db, id) => {
    await setPassword.run({ id, hash }, db)
  })
  return accepted.kind === 'taken' ? { kind: 'faults', faults: { ...faults, address: 'taken' } } : accepted
}

const NO_FAULTS: PersonFaults = { name: null, address: null }
