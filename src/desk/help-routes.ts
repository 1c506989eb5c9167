import type { FastifyInstance } from 'fastify'
import { richTextDe } from '../texts/rich-text-de.js'
import type { DeskDeps } from './deps.js'
import './pages.js'

/** What has no button of its own. */
const WITHOUT_BUTTON = [
  { keys: 'Umschalt+Eingabe', does: 'Neue Zeile im selben Absatz' },
  { keys: 'Alt+F10', does: 'Zu den Knöpfen, mit Escape zurück zum Text' }
]

/** `/redaktion/hilfe`: how to work at the desk, also with a keyboard or a screen reader. */
export async function helpRoutes (app: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { sessionIdleSeconds: idleSeconds, sessionLifetimeSeconds: lifetimeSeconds } = deps
  const ofButtons = Object.values(richTextDe.buttons).flatMap(([does, keys]) => keys === null ? [] : [{ keys, does }])
  const page = { keys: [...ofButtons, ...WITHOUT_BUTTON], idleSeconds, lifetimeSeconds }
  app.get('/hilfe', { config: { section: 'help' } }, async (_, reply) => await reply.page('desk/help', page))
}
