import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { freePort } from '../../src/platform/free-port.js'
import type { Test } from './test.js'

export interface TestPerson { sub: string, [claim: string]: unknown }

export interface TestProvider {
  issuer: string
  /** Who sits at the browser; null breaks off. */
  person: TestPerson | null
  /** How often somebody had to give their factors. */
  logins: number
  /** Settings of a service that uses it. */
  settings: Record<string, string>
  /**
   * Goes where a browser is sent, as one without cookies of the provider, and returns the path and
   * query that it is sent back to.
   */
  visit: (url: string) => Promise<string>
  stop: () => Promise<void>
  start: () => Promise<void>
}

const signingKey = {
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig'
}

const CLIENT = { id: 'integrationsbrief', secret: 'ein Geheimnis: mit %, + und /' }

/**
 * A real provider of identities (OpenID Connect), gone when the test ends. `inToken` has it put all
 * claims into the ID token, as Keycloak does; otherwise it says them at userinfo.
 */
export async function identityProvider (
  t: Test, { publicUrl, inToken = false }: { publicUrl: string, inToken?: boolean }
): Promise<TestProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const redirectUri = `${publicUrl}/redaktion/anmelden/dienst/zurueck`
  let server: Server | undefined
  const self: TestProvider = {
    issuer,
    person: null,
    logins: 0,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_ROLE_WRITE: 'brief-schreiben',
      OIDC_ROLE_APPROVE: 'brief-freigeben',
      OIDC_ROLE_ADMINISTER: 'brief-verwalten'
    },
    visit: async url => await visit(url, redirectUri, new URL(publicUrl).pathname.replace(/\/$/, '')),
    async start () {
      server = createServer((request, response) => {
        const isLogin = request.url?.startsWith('/login/') === true
        void (isLogin ? logIn() : provider.callback()(request, response))
        async function logIn (): Promise<void> {
          await provider.interactionDetails(request, response)
          self.logins++
          const { person } = self
          const result = person === null ? { error: 'access_denied' } : { login: { accountId: person.sub } }
          await provider.interactionFinished(request, response, result)
        }
      })
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
    async stop () {
      if (server === undefined) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      server = undefined
      await closed
    }
  }
  const provider = quietly(() => new Provider(issuer, configure(self, redirectUri, inToken)))
  t.after(self.stop)
  await self.start()
  return self
}

/** The provider warns of its store in memory and of the version of Node.js: both suit a test. */
function quietly<T> (make: () => T): T {
  const { warn } = console
  console.warn = () => {}
  try {
    return make()
  } finally {
    console.warn = warn
  }
}

function configure (self: TestProvider, redirectUri: string, inToken: boolean): Configuration {
  const scope = 'openid email profile'
  return {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    jwks: { keys: [signingKey] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { email: ['email', 'email_verified'], profile: ['name', 'preferred_username', 'roles', 'realm_access'] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    conformIdTokenClaims: !inToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/login/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...self.person, sub: id }) }),
    async loadExistingGrant ({ oidc }: KoaContextWithOIDC) {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope(scope)
      await grant.save()
      return grant
    }
  }
}

async function visit (url: string, redirectUri: string, base: string): Promise<string> {
  const cookies = new Map<string, string>()
  let at = url
  while (!at.startsWith(redirectUri)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`the provider answers ${answer.status} and leads nowhere`)
    at = new URL(location, at).href
  }
  const { pathname, search } = new URL(at)
  return pathname.slice(base.length) + search
}
