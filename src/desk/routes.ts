import type { FastifyInstance } from 'fastify'
import { accountRoutes } from './account/account-routes.js'
import { accountChangeRoutes, accountsRoutes } from './administer/accounts-routes.js'
import { auditRoutes } from './administer/audit-routes.js'
import { websiteRoutes } from './archive/website-routes.js'
import { controlAccess } from './access.js'
import { deskCookies } from './cookies.js'
import type { DeskDeps } from './deps.js'
import { helpRoutes } from './help-routes.js'
import { newPasskeyRoutes } from './sign-in/new-passkey-routes.js'
import { ownPasskeyRoutes, passkeyProofRoutes } from './account/own-passkey-routes.js'
import { passwordRoutes } from './sign-in/password-routes.js'
import { factorRoutes, proofRoutes } from './account/security-routes.js'
import { signInPasskeyRoutes } from './sign-in/sign-in-passkey-routes.js'
import { richTextRoutes } from './rich-text-routes.js'
import { relyingPartyOf } from '../editor/passkey/relying-party.js'
import { createIdentityProvider } from '../editor/single-sign-on/identity-provider.js'
import type { SingleSignOn } from '../editor/settings.js'
import { RETURN_PATH, singleSignOnRoutes } from './sign-in/single-sign-on-routes.js'
import { codeRoutes, signInRoutes } from './sign-in/sign-in-routes.js'
import { draftRoutes } from './drafts/routes.js'
import { houseRoutes } from './administer/house-routes.js'
import { privacyRoutes } from './administer/privacy-routes.js'
import { returnedRoutes } from './returned/returned-routes.js'
import { unreadRoutes } from './returned/unread-routes.js'
import { settingsRoutes } from './administer/settings-routes.js'
import { createReaderCount } from '../subscription/reader-count.js'
import { subscribersRoutes } from './subscribers/subscribers-routes.js'
import { suppressRoutes } from './subscribers/suppress-routes.js'
import { eraseRoutes } from './subscribers/erase-routes.js'
import { exportRoutes } from './subscribers/export-routes.js'
import { importRoutes } from './subscribers/import-routes.js'
import { importStepsRoutes } from './subscribers/import-steps-routes.js'
import { searchRoutes } from './subscribers/search-routes.js'
import { setupRoutes, welcomeRoutes } from './sign-in/welcome-routes.js'

interface Given extends Omit<DeskDeps, 'cookies' | 'party' | 'provider' | 'countReaders'> {
  singleSignOn: SingleSignOn | undefined
  /** Whether addresses are refused that no mail can reach over the internet. */
  publicDomainsOnly: boolean
}

/** All pages of the desk, below `/redaktion`. */
export async function deskRoutes (
  app: FastifyInstance, { singleSignOn, publicDomainsOnly, ...given }: Given
): Promise<void> {
  const { protocol, origin } = new URL(given.publicUrl)
  const cookies = await deskCookies(app, { secure: protocol === 'https:' })
  const redirectUri = `${given.publicUrl}${RETURN_PATH}`
  const provider = singleSignOn === undefined
    ? null
    : createIdentityProvider({ ...given, settings: singleSignOn, redirectUri })
  const deps: DeskDeps = {
    ...given, cookies, party: relyingPartyOf(given), provider, countReaders: createReaderCount(given)
  }
  controlAccess(app, { ...deps, origin })
  await app.register(signInRoutes, deps)
  await app.register(codeRoutes, deps)
  await app.register(signInPasskeyRoutes, deps)
  if (provider !== null) await app.register(singleSignOnRoutes, { ...deps, provider })
  await app.register(welcomeRoutes, deps)
  await app.register(setupRoutes, deps)
  await app.register(newPasskeyRoutes, deps)
  await app.register(passwordRoutes, deps)
  await app.register(accountRoutes, deps)
  await app.register(proofRoutes, deps)
  await app.register(passkeyProofRoutes, deps)
  await app.register(factorRoutes, deps)
  await app.register(ownPasskeyRoutes, deps)
  await app.register(accountsRoutes, deps)
  await app.register(accountChangeRoutes, deps)
  await app.register(auditRoutes, deps)
  await app.register(settingsRoutes, deps)
  await app.register(privacyRoutes, deps)
  await app.register(subscribersRoutes, deps)
  await app.register(searchRoutes, deps)
  await app.register(eraseRoutes, deps)
  await app.register(suppressRoutes, deps)
  await app.register(importRoutes, { ...deps, publicDomainsOnly })
  await app.register(importStepsRoutes, { ...deps, publicDomainsOnly })
  await app.register(exportRoutes, deps)
  await app.register(returnedRoutes, deps)
  await app.register(unreadRoutes, deps)
  await app.register(houseRoutes, deps)
  await app.register(draftRoutes, deps)
  await app.register(websiteRoutes, deps)
  await app.register(richTextRoutes)
  await app.register(helpRoutes, deps)
}
