import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Pool } from 'pg'
import { z } from 'zod'
import { markControls, parseAddress, readableAddress, type MailAddress } from '../platform/mail/address.js'
import type { Clock } from '../platform/clock.js'
import { htmlReply } from '../platform/http/html.js'
import type { View } from '../platform/http/view.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import type { Log } from '../platform/log/log.js'
import type { Mailbox } from '../platform/mail/mailbox.js'
import type { Publisher } from '../platform/newsletter/publisher.js'
import { ADDRESS_MESSAGES, type SignUpFault } from './address-messages.js'
import { announcedWait, laneOf, peekWait } from './confirmation-pace.js'
import { confirm, hasExpired } from './confirm.js'
import { consentTextRecorder, consentWording } from './consent.js'
import { likelyAddress } from './likely-domain.js'
import { readConfirmToken, readUnsubscribeToken } from './links.js'
import { countSignUps, type NetworkLimit } from './limits.js'
import { isSpecialUse } from './special-use.js'
import { subscribe } from './subscribe.js'
import { isSubscribed, unsubscribe } from './unsubscribe.js'

export interface SubscriptionRouteDeps {
  pool: Pool
  keys: Keyring
  clock: Clock
  log: Log
  view: View
  publisher: Publisher
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

/** `correct` asks for the form with the address in it: in a link, it would stand in the logs of proxies. */
const signUpForm = z.object({ email: z.string(), website: z.string().optional(), correct: z.string().optional() })
type TokenRoute = { Params: { token: string } }

/** A reader's way in and out. GET and HEAD only ever show; a POST acts. */
export async function subscriptionRoutes (app: FastifyInstance, deps: SubscriptionRouteDeps): Promise<void> {
  const { pool, keys, clock, view, publisher, from, confirmTtlSeconds } = deps
  const consent = consentWording(publisher)
  const consentTextId = consentTextRecorder({ ...deps, wording: consent })
  const html = htmlReply(view)
  const countSignUp = countSignUps(app, deps.networkLimit)

  app.get('/abonnieren', async (_, reply) => await form(reply, ''))

  app.post('/abonnieren', async (request, reply) => {
    const start = performance.now()
    const posted = signUpForm.safeParse(request.body).data
    const email = posted?.email ?? ''
    if (posted?.correct !== undefined) return await form(reply, email)
    const address = readSignUp(email)
    if (typeof address === 'string') return await form(reply, email, address)
    // The honeypot: nobody sees this field, so only a program fills it in.
    const isProgram = posted?.website !== undefined && posted.website !== ''
    const lane = laneOf(isProgram ? 1 : await countSignUp(request))
    const wait = isProgram ? await peekWait(pool, lane) : await subscribe({ ...deps, consentTextId }, address, lane)
    await delay(ANSWER_EVERY_MS - (performance.now() - start) % ANSWER_EVERY_MS)
    const likely = likelyAddress(address.address)
    return await html(reply, 200, 'subscription/subscribe-sent', {
      sender: from.address,
      confirmTtlSeconds,
      address: readableAddress(address.address),
      likely: likely === null ? null : readableAddress(likely),
      waitSeconds: announcedWait(wait)
    })
  })

  app.get<TokenRoute>('/bestaetigen/:token', async ({ params }, reply) => {
    const token = readConfirmToken(keys, params.token)
    if (token === null) return await linkInvalid(reply)
    if (hasExpired(token, clock.now())) return await html(reply, 410, 'subscription/confirm-expired', {})
    return await html(reply, 200, 'subscription/confirm', { action: `/bestaetigen/${params.token}` })
  })

  app.post<TokenRoute>('/bestaetigen/:token', async ({ params }, reply) => {
    const token = readConfirmToken(keys, params.token)
    if (token === null) return await linkInvalid(reply)
    const outcome = await confirm(deps, token)
    if (outcome === 'confirmed') return await html(reply, 200, 'subscription/confirmed', {})
    if (outcome === 'repeated') return await html(reply, 200, 'subscription/confirm-repeated', {})
    return await html(reply, 410, outcome === 'expired' ? 'subscription/confirm-expired' : 'subscription/confirm-gone', {})
  })

  app.get<TokenRoute>('/abmelden/:token', async ({ params }, reply) => {
    const token = readUnsubscribeToken(keys, params.token)
    if (token === null) return await linkInvalid(reply)
    if (!await isSubscribed(pool, token.id)) return await html(reply, 200, 'subscription/unsubscribe-gone', {})
    return await html(reply, 200, 'subscription/unsubscribe', { action: `/abmelden/${params.token}` })
  })

  await app.register(async oneClick => {
    // RFC 8058: the mailbox provider posts a form of either kind, with neither cookie nor Origin. Its one field
    // says nothing that the link does not, so the body is taken and left unread.
    oneClick.removeAllContentTypeParsers()
    oneClick.addContentTypeParser('*', { parseAs: 'buffer' }, async () => null)
    oneClick.post<TokenRoute>('/abmelden/:token', async ({ params }, reply) => {
      const token = readUnsubscribeToken(keys, params.token)
      if (token === null) return await linkInvalid(reply)
      const left = await unsubscribe(deps, token.id)
      return await html(reply, 200, left ? 'subscription/unsubscribed' : 'subscription/unsubscribe-gone', {})
    })
  })

  function readSignUp (email: string): MailAddress | SignUpFault {
    const address = parseAddress(email)
    if (typeof address !== 'string' && deps.publicDomainsOnly && isSpecialUse(address.domain)) return 'special_use'
    return address
  }

  async function form (reply: FastifyReply, email: string, fault?: SignUpFault): Promise<FastifyReply> {
    const error = fault === undefined ? null : { code: fault, message: ADDRESS_MESSAGES[fault] }
    return await html(reply, error === null ? 200 : 422, 'subscription/subscribe', { consent, email: markControls(email), error })
  }

  async function linkInvalid (reply: FastifyReply): Promise<FastifyReply> {
    return await html(reply, 404, 'subscription/link-invalid', {})
  }
}

/** `/einbetten`: the box for other websites, to copy. */
export async function embedRoute (app: FastifyInstance, { view, publisher }: Pick<SubscriptionRouteDeps, 'view' | 'publisher'>): Promise<void> {
  const html = htmlReply(view)
  app.get('/einbetten', async (_, reply) => await html(reply, 200, 'site/embed', { consent: consentWording(publisher) }))
}
