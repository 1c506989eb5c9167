import { isIPv4 } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import PostalMime from 'postal-mime'
import { z } from 'zod'
import type { CaughtMail, MailCatcher } from './catcher.js'

declare module '../../platform/http/page.js' {
  interface Pages {
    'local/mailbox': { mails: Array<{ id: number, to: string, at: Date, subject: string }> }
    'local/mail': {
      mail: {
        subject: string
        to: string
        from: string
        at: Date
        headers: Array<{ name: string, value: string }>
      }
      text: string
      /** Addresses that the text holds, to be followed. */
      links: string[]
      /** Where the mail's HTML is shown. */
      htmlUrl: string
    }
  }
}

const mailParams = z.object({ id: z.coerce.number().int() })

/**
 * `/postfach`: the mails that the mail catcher has caught, for a browser on the same machine. For
 * all others it does not exist.
 */
export async function catcherRoutes (plugin: FastifyInstance, { catcher }: { catcher: MailCatcher }): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.addHook('onRequest', async (request, reply) => {
    if (isLocal(request)) return
    reply.callNotFound()
    return reply
  })

  app.get('/postfach', async (_, reply) => {
    const mails = await Promise.all([...catcher.mails()].reverse().slice(0, 200).map(async ({ id, to, at, raw }) => {
      const { subject = '' } = await PostalMime.parse(raw)
      return { id, to, at, subject }
    }))
    return await reply.page('local/mailbox', { mails })
  })

  app.get('/postfach/:id', { schema: { params: mailParams } }, async ({ params }, reply) => {
    const caught = find(params.id)
    if (caught === undefined) return reply.callNotFound()
    const { subject = '', text = '', headers } = await PostalMime.parse(caught.raw)
    return await allowFrame(reply).page('local/mail', {
      mail: {
        subject,
        to: caught.to,
        from: caught.from,
        at: caught.at,
        headers: headers.map(({ originalKey: name, value }) => ({ name, value }))
      },
      text,
      links: [...new Set(text.match(/https?:\/\/\S+/g) ?? [])],
      htmlUrl: `/postfach/${caught.id}/html`
    })
  })

  app.get('/postfach/:id/html', { schema: { params: mailParams } }, async ({ params }, reply) => {
    const caught = find(params.id)
    if (caught === undefined) return reply.callNotFound()
    const { html = '' } = await PostalMime.parse(caught.raw)
    // A mail carries its style within itself; the sandbox keeps it from doing anything else.
    return await reply
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; " +
        "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox")
      .header('x-frame-options', 'SAMEORIGIN')
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html)
  })

  function find (id: number): CaughtMail | undefined {
    return catcher.mails().find(mail => mail.id === id)
  }
}

/**
 * Asked from this machine, by its own name, past any proxy. The name keeps out other websites: in a
 * browser on this machine they can have their own name lead here.
 */
function isLocal ({ socket, headers }: FastifyRequest): boolean {
  const peer = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  const fromHere = peer === '::1' || (isIPv4(peer) && peer.startsWith('127.'))
  const byOurName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(headers.host ?? '')
  return fromHere && byOurName && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}

function allowFrame (reply: FastifyReply): FastifyReply {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  return reply.header('content-security-policy', `${policy};frame-src 'self'`)
}
