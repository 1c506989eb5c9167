import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../platform/context.js'
import { markControls, readableAddress } from '../platform/mail/address.js'
import type { Mailbox } from '../platform/mail/mailbox.js'
import type { Pages } from '../platform/http/page.js'
import type { House } from '../platform/newsletter/house.js'
import { ADDRESS_MESSAGES, type SignUpFault } from './address-messages.js'
import { announcedWait, laneOf, peekWait } from './confirmation-pace.js'
import { consentTextRecorder, consentWording } from './consent.js'
import { likelyAddress } from './likely-domain.js'
import { countSignUps, type NetworkLimit } from './limits.js'
import './pages.js'
import { readAddress } from './read-address.js'
import { groupSignUps } from './sign-up-groups.js'

export interface SignUpRouteDeps extends Pick<Context, 'pool' | 'keys' | 'clock'> {
  house: House
  from: Mailbox
  confirmTtlSeconds: number
  /** Mails that answer sign-ups, over all processes. */
  mailsPerMinute: number
  networkLimit: NetworkLimit
  /** Whether addresses are refused that no mail can reach over the internet. */
  publicDomainsOnly: boolean
}

/**
 * However a sign-up ends, its answer comes at a whole multiple of this, so that the time tells
 * nothing of whether the address is known. It is several times what the slowest path takes.
 */
const ANSWER_EVERY_MS = 100

/**
 * Browsers ask each time whether a page is still right: nobody may consent to a wording that has
 * been replaced.
 */
const CHECKED = 'no-cache'

/**
 * `website` is the honeypot: nobody sees this field, so only a program fills it in. `correct` asks
 * for the form with the address in it: in a link, it would stand in the logs of proxies. Whatever
 * else was posted is an empty form.
 */
const signUpForm = z.object({
  email: z.string(),
  website: z.string().default(''),
  correct: z.string().optional()
}).catch({ email: '', website: '' })

/**
 * `/abonnieren`: the sign-up form and what comes of it; `/einbetten`: the box for other websites,
 * to copy.
 */
export async function signUpRoutes (plugin: FastifyInstance, deps: SignUpRouteDeps): Promise<void> {
  const { house, from, confirmTtlSeconds } = deps
  const consent = async (): Promise<string> => consentWording((await house.current()).publisher)
  const recordWording = consentTextRecorder(deps)
  const consentTextId = async (): Promise<number> => await recordWording(await consent())
  const takeSignUp = groupSignUps({ ...deps, consentTextId })
  const emptyForm = async (): Promise<Pages['subscription/subscribe']> =>
    ({ consent: await consent(), email: '', error: null })
  const sentPage = plugin.viewWithTexts('subscription/subscribe-sent', ['address', 'likely'])
  const countSignUp = countSignUps(plugin, deps.networkLimit)
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/abonnieren', app.sharedPage('subscription/subscribe', emptyForm, CHECKED))
  app.get('/einbetten', app.sharedPage('site/embed', async () => ({ consent: await consent() }), CHECKED))

  app.post('/abonnieren', { schema: { body: signUpForm } }, async (request, reply) => {
    const start = performance.now()
    const { email, website, correct } = request.body
    if (correct !== undefined) return await showForm(reply, email)
    const parsed = readAddress(email, deps)
    if (!parsed.ok) return await showForm(reply, email, parsed.fault)
    const address = parsed.value
    const isProgram = website !== ''
    const lane = laneOf(isProgram ? 1 : await countSignUp(request))
    const wait = isProgram ? await peekWait(deps, lane) : await takeSignUp({ ...address, lane })
    await delay(ANSWER_EVERY_MS - (performance.now() - start) % ANSWER_EVERY_MS)
    const likely = likelyAddress(address.address)
    return reply.html(await sentPage({
      sender: from.address,
      confirmTtlSeconds,
      address: readableAddress(address.address),
      likely: likely === null ? null : readableAddress(likely),
      waitSeconds: announcedWait(wait)
    }))
  })

  async function showForm (reply: FastifyReply, email: string, fault?: SignUpFault): Promise<FastifyReply> {
    const error = fault === undefined ? null : { code: fault, message: ADDRESS_MESSAGES[fault] }
    const data = { consent: await consent(), email: markControls(email), error }
    return await reply.page('subscription/subscribe', data, error === null ? 200 : 422)
  }
}
