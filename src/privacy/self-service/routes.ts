import type { FastifyInstance } from 'fastify'
import { countByNetwork } from '../../subscription/limits.js'
import { askRoutes } from './ask-routes.js'
import { changeRoutes } from './change-routes.js'
import { dataRoutes } from './data-routes.js'
import type { SelfServiceDeps } from './deps.js'

/** `/meine-daten`: readers see, change and erase what is stored of them, without an account. */
export async function selfServiceRoutes (app: FastifyInstance, deps: SelfServiceDeps): Promise<void> {
  const countRequest = countByNetwork(app, 'data-requests', deps.networkLimit)
  await app.register(askRoutes, { ...deps, countRequest })
  await app.register(dataRoutes, { ...deps, countRequest })
  await app.register(changeRoutes, deps)
}
