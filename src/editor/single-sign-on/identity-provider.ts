import {
  allowInsecureRequests, authorizationCodeGrant, AuthorizationResponseError, buildAuthorizationUrl,
  calculatePKCECodeChallenge, ClientSecretBasic, discovery, enableNonRepudiationChecks, fetchUserInfo,
  type Configuration
} from 'openid-client'
import type { Clock } from '../../platform/clock.js'
import { messageOf } from '../../platform/errors.js'
import type { Log } from '../../platform/log/log.js'
import { isUnreachable } from './provider-failure.js'
import type { SingleSignOn } from '../settings.js'

/** What the provider says about a person: the claims of the ID token and of its userinfo. */
export type Claims = Readonly<Record<string, unknown>> & { sub: string }

export interface AuthorizationRequest { state: string, nonce: string, codeVerifier: string, again: boolean }

/** `unreachable`: it does not answer, or not as a provider. `wrong`: its answer is not valid. */
export type Redeemed =
  | { kind: 'claims', claims: Claims }
  | { kind: 'cancelled' }
  | { kind: 'wrong' }
  | { kind: 'unreachable' }

/** The house's provider of identities, by OpenID Connect Core. */
export interface IdentityProvider {
  readonly settings: SingleSignOn
  /** Where a browser is sent (3.1.2.1); null if the provider cannot be reached. */
  authorizationUrl: (request: AuthorizationRequest) => Promise<string | null>
  /** What the provider says of somebody who came back (3.1.2.5 to 3.1.3.7), with this query. */
  redeem: (search: string, request: AuthorizationRequest) => Promise<Redeemed>
}

const TIMEOUT_SECONDS = 10
/** What the provider says of itself is read again after this. */
const KEEP_MS = 3600_000
/** Somebody who must prove again who they are did so within this. */
const FRESH_SECONDS = 300

interface ProviderDeps { settings: SingleSignOn, redirectUri: string, clock: Clock, log: Log }

/**
 * Knows the provider from its discovery document, which is fetched when it is first needed, and
 * again when that failed: a provider that is away keeps nobody from starting.
 */
export function createIdentityProvider (deps: ProviderDeps): IdentityProvider {
  const { settings, redirectUri, log } = deps
  const configuration = rememberConfiguration(deps)
  const unreachable = (error: unknown): void => {
    log.warn({ event: 'single_sign_on_unreachable', reason: messageOf(error) }, 'the identity provider cannot be used')
  }
  return {
    settings,
    async authorizationUrl ({ state, nonce, codeVerifier, again }) {
      try {
        const url = buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope: 'openid email profile',
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          ...(again ? { prompt: 'login', max_age: String(FRESH_SECONDS) } : {})
        })
        return url.href
      } catch (error) {
        unreachable(error)
        return null
      }
    },
    async redeem (search, request) {
      try {
        return { kind: 'claims', claims: await redeemCode(await configuration(), redirectUri + search, request) }
      } catch (error) {
        if (error instanceof AuthorizationResponseError && error.error === 'access_denied') return { kind: 'cancelled' }
        if (isUnreachable(error)) {
          unreachable(error)
          return { kind: 'unreachable' }
        }
        const reason = messageOf(error)
        log.warn({ event: 'single_sign_on_refused', reason }, 'an answer of the identity provider is not valid')
        return { kind: 'wrong' }
      }
    }
  }
}

function rememberConfiguration ({ settings, clock }: ProviderDeps): () => Promise<Configuration> {
  let known: { configuration: Promise<Configuration>, until: number } | null = null
  return async () => {
    const now = clock.now().getTime()
    if (known === null || known.until <= now) {
      const fetched = { configuration: discover(settings), until: now + KEEP_MS }
      known = fetched
      fetched.configuration.catch(() => { if (known === fetched) known = null })
    }
    return await known.configuration
  }
}

async function discover ({ issuer, clientId, clientSecret }: SingleSignOn): Promise<Configuration> {
  const execute = [enableNonRepudiationChecks]
  // Only an issuer on this machine may begin so, see issuer.ts.
  if (issuer.startsWith('http:')) execute.push(allowInsecureRequests)
  const options = { execute, timeout: TIMEOUT_SECONDS }
  return await discovery(new URL(issuer), clientId, undefined, ClientSecretBasic(clientSecret), options)
}

/** Some providers put claims into the ID token, others say them when they are asked. */
async function redeemCode (
  configuration: Configuration, returned: string, { state, nonce, codeVerifier, again }: AuthorizationRequest
): Promise<Claims> {
  const tokens = await authorizationCodeGrant(configuration, new URL(returned), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: codeVerifier,
    ...(again ? { maxAge: FRESH_SECONDS } : {})
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new Error('there is no ID token')
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return claims
  return { ...await fetchUserInfo(configuration, tokens.access_token, claims.sub), ...claims }
}
