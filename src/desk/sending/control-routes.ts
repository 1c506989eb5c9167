import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { cancel, pause, resume, retryFailed, type ControlDeps } from '../../delivery/control.js'
import { de } from '../../texts/de.js'
import { actingOf, APPROVES } from '../drafts/deps.js'
import type { ApprovalRouteDeps } from '../approval/approval-view.js'
import { answerFault, goTo } from './issue-routes.js'
import { issueParams } from './issue-view.js'

type Done = keyof typeof de.sending.done

/** What is done, and what the page says then; null if the delivery stands otherwise by now. */
type Act = (deps: ControlDeps, number: number) => Promise<Done | null>

const ACTS: Readonly<Record<string, Act>> = {
  anhalten: async (deps, number) => await pause(deps, number) ? 'angehalten' : null,
  fortsetzen: async (deps, number) => await resume(deps, number) === null ? null : 'fortgesetzt',
  abbrechen: async (deps, number) => await cancel(deps, number) ? 'abgebrochen' : null,
  async wiederholen (deps, number) {
    const mails = await retryFailed(deps, number)
    if (mails === null) return null
    return mails === 0 ? 'niemand-uebrig' : 'wiederholt'
  }
}

/** Pause, resume, cancel, and send again what failed. */
export async function controlRoutes (plugin: FastifyInstance, deps: ApprovalRouteDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const { log } = deps

  for (const [path, act] of Object.entries(ACTS)) {
    app.post(`/ausgaben/:number/${path}`, { config: APPROVES, schema: { params: issueParams } },
      async (request, reply) => {
        const { number } = request.params
        const done = await act({ ...actingOf(deps, request), log }, number)
        if (done !== null) return await goTo(deps, reply, number, done)
        return await answerFault(deps, reply, number, { text: de.sending.faults['nothing-changed'], status: 409 })
      })
  }
}
