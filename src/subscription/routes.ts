import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Pool } from 'pg'
import { z } from 'zod'
import { parseAddress } from '../platform/address.js'
import type { Clock } from '../platform/clock.js'
import { htmlReply } from '../platform/http/html.js'
import type { View } from '../platform/http/view.js'
import type { Keyring } from '../platform/keyring.js'
import type { Log } from '../platform/log.js'
import type { Mailbox } from '../platform/mail/mailbox.js'
import type { Publisher } from '../platform/publisher.js'
import { readToken } from '../platform/token.js'
import { ADDRESS_MESSAGES } from './address-messages.js'
import { confirm, hasExpired } from './confirm.js'
import { consentRecord, consentWording } from './consent.js'
import { limitSignUps } from './limits.js'
import { subscribe } from './subscribe.js'
import { unsubscribe } from './unsubscribe.js'

export interface SubscriptionRouteParts {
  pool: Pool
  keys: Keyring
  clock: Clock
  log: Log
  view: View
  publisher: Publisher
  from: Mailbox
  confirmTtlSeconds: number
}

/**
 * However a sign-up ends, its answer comes at a whole multiple of this, so that the time tells
 * nothing of whether the address is known. It is several times what the slowest path takes.
 */
const ANSWER_EVERY_MS = 100

const signUpForm = z.object({ email: z.string(), website: z.string().optional() })
type TokenRoute = { Params: { token: string } }

/** A reader's way in and out. GET and HEAD only ever show; a POST acts. */
export async function subscriptionRoutes (app: FastifyInstance, parts: SubscriptionRouteParts): Promise<void> {
  const { keys, clock, view, publisher, from, confirmTtlSeconds } = parts
  const consent = consentWording(publisher)
  const consentTextId = consentRecord({ ...parts, wording: consent })
  const html = htmlReply(view)
  const checkLimits = limitSignUps(app)

  app.get('/abonnieren', async (_, reply) => await html(reply, 200, 'subscribe', { consent, email: '', error: null }))

  app.post('/abonnieren', async (request, reply) => {
    await checkLimits(request)
    const form = signUpForm.safeParse(request.body)
    const address = parseAddress(form.data?.email ?? '')
    if (typeof address === 'string') {
      return await html(reply, 422, 'subscribe', { consent, email: form.data?.email ?? '', error: { code: address, message: ADDRESS_MESSAGES[address] } })
    }
    // The honeypot: nobody sees this field, so only a program fills it in.
    const start = performance.now()
    if (!form.data?.website) await subscribe({ ...parts, consentTextId }, address)
    await delay(ANSWER_EVERY_MS - (performance.now() - start) % ANSWER_EVERY_MS)
    return await html(reply, 200, 'subscribe-sent', { sender: from.address, confirmTtlSeconds })
  })

  app.get<TokenRoute>('/bestaetigen/:token', async ({ params }, reply) => {
    const token = readToken(keys, 'confirm', params.token)
    if (token === null) return await linkInvalid(reply)
    if (hasExpired(token, clock.now())) return await html(reply, 410, 'confirm-expired', {})
    return await html(reply, 200, 'confirm', { action: `/bestaetigen/${params.token}` })
  })

  app.post<TokenRoute>('/bestaetigen/:token', async ({ params }, reply) => {
    const token = readToken(keys, 'confirm', params.token)
    if (token === null) return await linkInvalid(reply)
    const outcome = await confirm(parts, token)
    if (outcome === 'confirmed') return await html(reply, 200, 'confirmed', {})
    if (outcome === 'repeated') return await html(reply, 200, 'confirm-repeated', {})
    return await html(reply, 410, outcome === 'expired' ? 'confirm-expired' : 'confirm-gone', {})
  })

  app.get<TokenRoute>('/abmelden/:token', async ({ params }, reply) => {
    if (readToken(keys, 'unsubscribe', params.token) === null) return await linkInvalid(reply)
    return await html(reply, 200, 'unsubscribe', { action: `/abmelden/${params.token}` })
  })

  await app.register(async oneClick => {
    // RFC 8058: the mailbox provider posts a form of either kind, with neither cookie nor Origin. Its one field
    // says nothing that the link does not, so the body is taken and left unread.
    oneClick.removeAllContentTypeParsers()
    oneClick.addContentTypeParser('*', { parseAs: 'buffer' }, async () => null)
    oneClick.post<TokenRoute>('/abmelden/:token', async ({ params }, reply) => {
      const token = readToken(keys, 'unsubscribe', params.token)
      if (token === null) return await linkInvalid(reply)
      await unsubscribe(parts, token.id)
      return await html(reply, 200, 'unsubscribed', {})
    })
  })

  async function linkInvalid (reply: FastifyReply): Promise<FastifyReply> {
    return await html(reply, 404, 'link-invalid', {})
  }
}

/** `/einbetten`: the box for other websites, to copy. */
export async function embedRoute (app: FastifyInstance, { view, publisher }: Pick<SubscriptionRouteParts, 'view' | 'publisher'>): Promise<void> {
  const html = htmlReply(view)
  app.get('/einbetten', async (_, reply) => await html(reply, 200, 'embed', { consent: consentWording(publisher) }))
}
