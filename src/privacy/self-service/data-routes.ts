import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { attachment } from '../../platform/http/attachment.js'
import { markControls, readableAddress } from '../../platform/mail/address.js'
import { ADDRESS_MESSAGES, type SignUpFault } from '../../subscription/address-messages.js'
import { evenOut } from '../../subscription/even-time.js'
import { linkParams, readOwnDataToken, readUnsubscribeToken, type OwnDataLink } from '../../subscription/links.js'
import { laneOf } from '../../subscription/confirmation-pace.js'
import { askForLinkById } from '../../subscription/own-data/ask-link.js'
import { askToChange, type AskedChange } from '../../subscription/own-data/change-address.js'
import { eraseOwn } from '../../subscription/own-data/erase-own.js'
import { OWN_DATA_TTL_SECONDS } from '../../subscription/own-data/validity.js'
import { readAddress } from '../../subscription/read-address.js'
import { de } from '../../texts/de.js'
import type { CountRequest, SelfServiceDeps } from './deps.js'
import { ownDataDocument, readOwnData } from './own-data.js'
import './pages.js'

const params = linkParams
const changeForm = z.object({ email: z.string() }).catch({ email: '' })
const FAULTS: Readonly<Record<SignUpFault | 'same' | 'pending', string>> = {
  ...ADDRESS_MESSAGES, ...de.privacy.changeFaults
}

/**
 * `/meine-daten/:token`: what is stored of a reader, by a link that was mailed to them; by the link
 * of an issue, which others may have, no more than the wish for such a mail. GET only shows.
 */
export async function dataRoutes (
  plugin: FastifyInstance, { countRequest, ...deps }: SelfServiceDeps & { countRequest: CountRequest }
): Promise<void> {
  const { keys, clock, from, consentProof, confirmTtlSeconds } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/meine-daten/:token', { schema: { params } }, async ({ params: { token } }, reply) => {
    const link = readOwnDataToken(keys, token)
    if (link !== null) return await show(reply, { token, link })
    if (readUnsubscribeToken(keys, token) === null) return await invalid(reply)
    return await reply.page('privacy/own-data-mailbox', {
      action: `/meine-daten/${token}`, linkTtlSeconds: OWN_DATA_TTL_SECONDS
    })
  })

  app.post('/meine-daten/:token', { schema: { params } }, async (request, reply) => {
    const start = performance.now()
    const link = readUnsubscribeToken(keys, request.params.token)
    if (link === null) return await invalid(reply)
    await askForLinkById(deps, link.id, laneOf(await countRequest(request)))
    await evenOut(start)
    return await reply.page('privacy/own-data-sent', {
      sender: from.address, address: null, linkTtlSeconds: OWN_DATA_TTL_SECONDS, waitSeconds: null
    })
  })

  app.get('/meine-daten/:token/daten.json', { schema: { params } }, async ({ params: { token } }, reply) => {
    const link = readOwnDataToken(keys, token)
    if (link === null) return await invalid(reply)
    const read = await readOwnData(deps, link)
    if (read.state !== 'open') return await reply.page('privacy/own-data-closed', read, 410)
    void reply.header('cache-control', 'no-store').header('content-disposition', attachment('meine-daten.json'))
    return await reply.type('application/json; charset=utf-8')
      .send(`${JSON.stringify(ownDataDocument(read.data, clock.now()), null, 2)}\n`)
  })

  app.post('/meine-daten/:token/adresse', { schema: { params, body: changeForm } }, async (request, reply) => {
    const { params: { token }, body: { email } } = request
    const link = readOwnDataToken(keys, token)
    if (link === null) return await invalid(reply)
    const parsed = readAddress(email, deps)
    if (!parsed.ok) return await show(reply, { token, link, email, fault: parsed.fault })
    const asked: AskedChange = await askToChange(deps, link, parsed.value)
    if (asked === 'same' || asked === 'pending') return await show(reply, { token, link, email, fault: asked })
    if (asked !== 'asked') return await reply.page('privacy/own-data-closed', { state: asked }, 410)
    return await reply.page('privacy/change-asked', {
      sender: from.address, address: readableAddress(parsed.value.address), confirmTtlSeconds
    })
  })

  app.get('/meine-daten/:token/loeschen', { schema: { params } }, async ({ params: { token } }, reply) => {
    const link = readOwnDataToken(keys, token)
    if (link === null) return await invalid(reply)
    const read = await readOwnData(deps, link)
    if (read.state !== 'open') return await reply.page('privacy/own-data-closed', read, 410)
    const { own, proofs } = read.data
    return await reply.page('privacy/own-data-erase', {
      path: `/meine-daten/${token}`, address: readableAddress(own.address), keepsProof: proofs.length > 0
    })
  })

  app.post('/meine-daten/:token/loeschen', { schema: { params } }, async ({ params: { token } }, reply) => {
    const link = readOwnDataToken(keys, token)
    if (link === null) return await invalid(reply)
    const state = await eraseOwn(deps, link)
    if (state !== 'erased') return await reply.page('privacy/own-data-closed', { state }, 410)
    return await reply.page('privacy/own-data-erased', { keepsProof: consentProof })
  })

  async function show (
    reply: FastifyReply, { token, link, email = '', fault }: {
      token: string, link: OwnDataLink, email?: string, fault?: keyof typeof FAULTS
    }
  ): Promise<FastifyReply> {
    const read = await readOwnData(deps, link)
    if (read.state !== 'open') return await reply.page('privacy/own-data-closed', read, 410)
    const error = fault === undefined ? null : { code: fault, message: FAULTS[fault] }
    const { data } = read
    return await reply.page('privacy/own-data', {
      path: `/meine-daten/${token}`,
      data: { ...data, own: { ...data.own, address: readableAddress(data.own.address) } },
      fingerprint: data.own.addressIndex.toString('hex'),
      until: link.expiresAt,
      email: markControls(email),
      error
    }, error === null ? 200 : 422)
  }
}

async function invalid (reply: FastifyReply): Promise<FastifyReply> {
  return await reply.page('subscription/link-invalid', {}, 404)
}
