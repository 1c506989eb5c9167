import type { FastifyInstance } from 'fastify'
import { confirmRoutes, type ConfirmRouteDeps } from './confirm-routes.js'
import { signUpRoutes, type SignUpRouteDeps } from './sign-up-routes.js'
import { unsubscribeRoutes, type UnsubscribeRouteDeps } from './unsubscribe-routes.js'

type SubscriptionRouteDeps = SignUpRouteDeps & ConfirmRouteDeps & UnsubscribeRouteDeps

/** The pages to subscribe, confirm and unsubscribe. GET and HEAD only show; a POST acts. */
export async function subscriptionRoutes (app: FastifyInstance, deps: SubscriptionRouteDeps): Promise<void> {
  await app.register(signUpRoutes, deps)
  await app.register(confirmRoutes, deps)
  await app.register(unsubscribeRoutes, deps)
}
