/** What a browser brings back of a passkey. Bytes are in base64url; nothing was verified yet. */
interface PasskeyAnswer<Response> {
  /** The challenge that it answers, see challenge.ts. */
  challengeId: string
  /** The credential's id. */
  id: string
  response: Response
}

/** A passkey that was made (Web Authentication, 5.2.1). */
export type NewPasskeyAnswer = PasskeyAnswer<{
  clientDataJSON: string
  attestationObject: string
  /** How the browser reaches the authenticator, such as `internal` or `usb`. */
  transports: string[]
}>

/** A passkey that signed (Web Authentication, 5.2.2). */
export type SignedPasskeyAnswer = PasskeyAnswer<{
  clientDataJSON: string
  authenticatorData: string
  signature: string
  /** The id of the account that it was made for, if the authenticator keeps it. */
  userHandle: string | null
}>

/** The id of an account as authenticators keep it: it says nothing about a person. */
export function userHandleOf (editorId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(editorId.replaceAll('-', ''), 'hex'))
}
