import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * The desk's cookies. Browsers keep `__Host-` cookies to this host, and send them by HTTPS alone.
 */
export interface DeskCookies {
  session: Cookie
  /** Stays after signing out: it tells a browser that has signed in before from a stranger's. */
  device: Cookie
  /** Knows the browser again that was sent to the house's provider of identities. */
  signOn: Cookie
}

interface Cookie {
  read: (request: FastifyRequest) => string | undefined
  set: (reply: FastifyReply, token: string) => void
  clear: (reply: FastifyReply) => void
}

const SIGN_ON_SECONDS = 600
const DEVICE_SECONDS = 180 * 24 * 3600

/**
 * Has a plugin read cookies, and returns those of the desk. `secure` is false for plain HTTP only.
 */
export async function deskCookies (app: FastifyInstance, { secure }: { secure: boolean }): Promise<DeskCookies> {
  await app.register(cookie)
  return {
    session: makeCookie('redaktion', { secure }),
    device: makeCookie('redaktion-geraet', { secure, maxAge: DEVICE_SECONDS }),
    signOn: makeCookie('redaktion-dienst', { secure, maxAge: SIGN_ON_SECONDS })
  }
}

function makeCookie (bareName: string, { secure, maxAge }: { secure: boolean, maxAge?: number }): Cookie {
  const name = secure ? `__Host-${bareName}` : bareName
  // Strict would show the sign-in page to somebody who follows a link from a mail.
  const options = { path: '/', httpOnly: true, secure, sameSite: 'lax' as const }
  const lasting = maxAge === undefined ? options : { ...options, maxAge }
  return {
    read: ({ cookies }) => cookies[name],
    set: (reply, token) => { void reply.setCookie(name, token, lasting) },
    clear: reply => { void reply.clearCookie(name, options) }
  }
}
