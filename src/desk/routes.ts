import type { FastifyInstance } from 'fastify'
import { controlAccess } from './access.js'
import { deskCookies } from './cookies.js'
import type { DeskDeps } from './deps.js'
import { signInRoutes } from './sign-in-routes.js'
import { startRoutes } from './start-routes.js'
import { welcomeRoutes } from './welcome-routes.js'

/** All pages of the desk, below `/redaktion`. */
export async function deskRoutes (app: FastifyInstance, given: Omit<DeskDeps, 'cookies'>): Promise<void> {
  const { protocol, origin } = new URL(given.publicUrl)
  const cookies = await deskCookies(app, { secure: protocol === 'https:' })
  const deps: DeskDeps = { ...given, cookies }
  controlAccess(app, { ...deps, origin })
  await app.register(signInRoutes, deps)
  await app.register(welcomeRoutes, deps)
  await app.register(startRoutes, deps)
}
