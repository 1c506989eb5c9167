import type { FastifyReply } from 'fastify'
import { renewRecoveryCodes } from '../../editor/factor/recovery-codes.js'
import { deviceToken } from '../../editor/session/sign-in-attempts.js'
import { de } from '../../texts/de.js'
import { START } from '../access.js'
import type { DeskDeps } from '../deps.js'
import '../pages.js'

/** Whose session begins, and its token. */
interface SignedIn { editorId: string, token: string }

/** Lets somebody in who has given all factors, and goes on to a path of the desk. */
export async function letIn (
  deps: DeskDeps, reply: FastifyReply, { next, ...signedIn }: SignedIn & { next: string }
): Promise<FastifyReply> {
  setCookies(deps, reply, signedIn)
  return await reply.redirect(`${deps.base}${next}`, 303)
}

/** Lets somebody in whose account has just become safe. The codes are shown this once. */
export async function letInWithCodes (deps: DeskDeps, reply: FastifyReply, signedIn: SignedIn): Promise<FastifyReply> {
  const codes = await renewRecoveryCodes({ db: deps.pool }, signedIn.editorId)
  setCookies(deps, reply, signedIn)
  return await reply.page('desk/recovery-codes', { codes, next: START })
}

function setCookies ({ cookies, keys }: DeskDeps, reply: FastifyReply, { editorId, token }: SignedIn): void {
  cookies.session.set(reply, token)
  cookies.device.set(reply, deviceToken(keys, editorId))
}

/** Why a page is shown again, and with which status. */
interface Refusal { error: string, status: 422 | 429 }

/** Says that what was given is wrong, or how long to wait after too many attempts. */
export function refusalOf (
  reply: FastifyReply, result: { kind: 'wait', seconds: number } | { kind: 'wrong' }, wrong: string
): Refusal {
  if (result.kind === 'wrong') return { error: wrong, status: 422 }
  reply.header('retry-after', result.seconds)
  return { error: de.desk.signIn.wait(Math.ceil(result.seconds / 60)), status: 429 }
}
