import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { markControls, readableAddress } from '../../platform/mail/address.js'
import { ADDRESS_MESSAGES } from '../../subscription/address-messages.js'
import { announcedWait, laneOf, peekWait } from '../../subscription/confirmation-pace.js'
import { evenOut } from '../../subscription/even-time.js'
import { askForLink } from '../../subscription/own-data/ask-link.js'
import { OWN_DATA_TTL_SECONDS } from '../../subscription/own-data/validity.js'
import { readAddress } from '../../subscription/read-address.js'
import type { CountRequest, SelfServiceDeps } from './deps.js'
import './pages.js'

/** `website` is the honeypot, as at sign-up. Whatever else was posted is an empty form. */
const askForm = z.object({ email: z.string(), website: z.string().default('') }).catch({ email: '', website: '' })

/** `/meine-daten`: a reader asks what is stored. The answer is the same for every address. */
export async function askRoutes (
  plugin: FastifyInstance, { countRequest, ...deps }: SelfServiceDeps & { countRequest: CountRequest }
): Promise<void> {
  const sentPage = plugin.viewWithTexts('privacy/own-data-sent', ['address'])
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/meine-daten', async (_, reply) => await reply.page('privacy/own-data-ask', { email: '', error: null }))

  app.post('/meine-daten', { schema: { body: askForm } }, async (request, reply) => {
    const start = performance.now()
    const { email, website } = request.body
    const parsed = readAddress(email, deps)
    if (!parsed.ok) {
      const error = { code: parsed.fault, message: ADDRESS_MESSAGES[parsed.fault] }
      return await reply.page('privacy/own-data-ask', { email: markControls(email), error }, 422)
    }
    const { address, canonical } = parsed.value
    const isProgram = website !== ''
    const lane = laneOf(isProgram ? 1 : await countRequest(request))
    const wait = isProgram ? await peekWait(deps, lane) : await askForLink(deps, canonical, lane)
    await evenOut(start)
    return reply.html(await sentPage({
      sender: deps.from.address,
      address: readableAddress(address),
      linkTtlSeconds: OWN_DATA_TTL_SECONDS,
      waitSeconds: announcedWait(wait)
    }))
  })
}
