import { z } from 'zod'
import type { NewPasskeyAnswer, SignedPasskeyAnswer } from '../editor/passkey/answer.js'

const base64url = z.string().max(8_000).regex(/^[\w-]+$/)
const clientDataJSON = base64url
const parts = { challengeId: z.uuid(), id: base64url }

const made = z.object({
  ...parts,
  response: z.object({
    clientDataJSON,
    attestationObject: base64url,
    transports: z.array(z.string().regex(/^[a-z-]{1,30}$/)).max(10).default([])
  })
})

const signed = z.object({
  ...parts,
  response: z.object({
    clientDataJSON,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullable().default(null)
  })
})

/** The field of a form that a script fills with what a passkey has answered, as JSON. */
export const passkeyField = z.string().max(30_000).default('')

/** What a form brings of a new passkey; null if it is not what our script sends. */
export function readNewPasskey (field: string): NewPasskeyAnswer | null {
  return read(made, field)
}

/** What a form brings of a passkey that signed; null if it is not what our script sends. */
export function readSignedPasskey (field: string): SignedPasskeyAnswer | null {
  return read(signed, field)
}

function read<Answer> (schema: z.ZodType<Answer>, field: string): Answer | null {
  try {
    return schema.safeParse(JSON.parse(field)).data ?? null
  } catch {
    return null
  }
}
