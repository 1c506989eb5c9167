import type { LookupAddress, LookupOptions } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest, type RequestOptions as HttpsOptions } from 'node:https'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { codeOf } from '../errors.js'

export interface VisitDeps {
  /** All addresses of a name; throws what node:dns throws. */
  lookup: (hostname: string) => Promise<LookupAddress[]>
  /** Whether an address may be visited. */
  isAllowed: (address: string) => boolean
  /** Who vouches for certificates, as PEM; those whom Node.js knows unless given. */
  authority?: string
}

export interface VisitOptions {
  method: 'HEAD' | 'GET'
  signal: AbortSignal
  /** What is asked for besides, such as a range. */
  headers?: Readonly<Record<string, string>>
}

export type Visit =
  | { ok: true, status: number, location: string | null, headers: IncomingHttpHeaders }
  | { ok: false, reason: 'unknown-name' | 'private' | 'certificate' | 'refused' | 'timeout' | 'unreachable' }

/** Looks names up as the machine does, and visits public addresses alone. */
export const publicInternet: VisitDeps = {
  lookup: async hostname => await lookup(hostname, { all: true, verbatim: true }),
  isAllowed: isPublicAddress
}

/**
 * Whether an address belongs to the public internet: not to this machine, a house's network, a
 * link, or a range that leads to one of them (RFC 6890; also IPv4 within IPv6).
 */
export function isPublicAddress (address: string): boolean {
  return ipaddr.process(address).range() === 'unicast'
}

/**
 * Asks for one address of the web, and reads the head of the answer alone. Follows no redirect.
 * The address that was judged is the one that is connected to, so that a name server cannot answer
 * differently the second time. Ports below 1024 are visited only where the web is: 80 and 443.
 */
export async function visit (deps: VisitDeps, url: URL, { method, signal, headers }: VisitOptions): Promise<Visit> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isWrongPort = url.port !== '' && Number(url.port) < 1_024
  if (isWrongPort || (isIP(host) !== 0 && !deps.isAllowed(host))) return { ok: false, reason: 'private' }
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const options: HttpsOptions = {
    method,
    signal,
    agent: false,
    ...(deps.authority === undefined ? {} : { ca: deps.authority }),
    headers: { 'user-agent': 'Integrationsbrief (link check)', accept: '*/*', ...headers },
    lookup: (hostname, wanted, answer) => { void guarded(deps, hostname, wanted, answer) }
  }
  return await new Promise(resolve => {
    const sent = request(url, options, response => {
      const { statusCode: status = 0, headers } = response
      resolve({ ok: true, status, location: headers.location ?? null, headers })
      sent.destroy()
    })
    // After the answer has come, the end of the connection is of no interest.
    sent.on('error', error => resolve({ ok: false, reason: reasonOf(error, signal) }))
    sent.end()
  })
}

class PrivateAddress extends Error {
  readonly code = 'PRIVATE_ADDRESS'
}

type Answer = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

/** One address that is not public is enough to refuse a name: which one is used is luck. */
async function guarded (deps: VisitDeps, hostname: string, { all }: LookupOptions, answer: Answer): Promise<void> {
  try {
    const found = await deps.lookup(hostname)
    const [first] = found
    const isAllowed = found.every(({ address }) => deps.isAllowed(address))
    if (first === undefined || !isAllowed) throw new PrivateAddress(hostname)
    if (all === true) answer(null, found)
    else answer(null, first.address, first.family)
  } catch (error) {
    answer(error as NodeJS.ErrnoException, '')
  }
}

const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/

type Reason = Extract<Visit, { ok: false }>['reason']

function reasonOf (error: unknown, signal: AbortSignal): Reason {
  const code = String(codeOf(error) ?? '')
  if (signal.aborted) return 'timeout'
  if (code === 'PRIVATE_ADDRESS') return 'private'
  if (code === 'ENOTFOUND') return 'unknown-name'
  if (code === 'ECONNREFUSED') return 'refused'
  return CERTIFICATE.test(code) ? 'certificate' : 'unreachable'
}
