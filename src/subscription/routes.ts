import type { FastifyInstance } from 'fastify'
import { confirmRoutes, type ConfirmRouteDeps } from './confirm-routes.js'
import { signUpRoutes, type SignUpRouteDeps } from './sign-up-routes.js'
import { unsubscribeRoutes, type UnsubscribeRouteDeps } from './unsubscribe-routes.js'

/** A reader's way in and out. GET and HEAD only ever show; a POST acts. */
export async function subscriptionRoutes (app: FastifyInstance, deps: SignUpRouteDeps & ConfirmRouteDeps & UnsubscribeRouteDeps): Promise<void> {
  await app.register(signUpRoutes, deps)
  await app.register(confirmRoutes, deps)
  await app.register(unsubscribeRoutes, deps)
}
