import { createHash, createPrivateKey, sign } from 'node:crypto'
import type { Page } from 'playwright-core'

/** A passkey in an authenticator, as the browser's protocol shows it; bytes are in base64. */
export interface Credential {
  credentialId: string
  isResidentCredential: boolean
  rpId?: string
  /** In PKCS #8. */
  privateKey: string
  userHandle?: string
  signCount: number
}

export interface Authenticator {
  credentials: () => Promise<Credential[]>
  /** Puts a passkey in, in place of one with its id. */
  put: (credential: Credential) => Promise<void>
  clear: () => Promise<void>
}

/** Gives the browser's page an authenticator that says yes to everything, as a finger would. */
export async function addAuthenticator (page: Page): Promise<Authenticator> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true
    }
  })
  return {
    credentials: async () => (await browser.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    put: async credential => {
      const { credentialId } = credential
      await browser.send('WebAuthn.removeCredential', { authenticatorId, credentialId }).catch(() => {})
      await browser.send('WebAuthn.addCredential', { authenticatorId, credential })
    },
    clear: async () => { await browser.send('WebAuthn.clearCredentials', { authenticatorId }) }
  }
}

/** What the script of a page puts into its form. */
export interface Answer {
  challengeId: string
  id: string
  response: { clientDataJSON: string, authenticatorData: string, signature: string, userHandle: string | null }
}

/**
 * Has every form that brings a passkey's answer to a path bring another one. Only the next one is
 * changed.
 */
export async function changeAnswer (page: Page, path: string, change: (answer: Answer) => unknown): Promise<void> {
  await page.route(`**${path}`, async route => {
    const form = new URLSearchParams(route.request().postData() ?? '')
    form.set('passkey', JSON.stringify(change(JSON.parse(form.get('passkey') ?? '') as Answer)))
    await route.continue({ postData: form.toString() })
  }, { times: 1 })
}

/** The answer with other parts, signed again by its passkey's own key. */
export function signAgain (
  { challengeId, id, response }: Answer,
  { privateKey }: Credential,
  { clientData = {}, flags }: { clientData?: Record<string, unknown>, flags?: number }
): Answer {
  const said = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()) as Record<string, unknown>
  const client = Buffer.from(JSON.stringify({ ...said, ...clientData }))
  const authenticator = Buffer.from(response.authenticatorData, 'base64url')
  // The flags follow the 32 bytes of the relying party's hash (Web Authentication, 6.1).
  if (flags !== undefined) authenticator[32] = flags
  const signed = Buffer.concat([authenticator, createHash('sha256').update(client).digest()])
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return {
    challengeId,
    id,
    response: {
      ...response,
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authenticator.toString('base64url'),
      signature: sign(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', signed, key).toString('base64url')
    }
  }
}
