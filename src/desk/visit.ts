import type { FastifyRequest } from 'fastify'
import { describeDevice } from '../editor/session/device.js'
import type { Visit } from '../editor/session/visit.js'
import { networkPrefix } from '../platform/http/network-prefix.js'
import { de } from '../texts/de.js'
import type { DeskCookies } from './cookies.js'

/** Where a request to sign in comes from. */
export function visitOf (request: FastifyRequest, cookies: DeskCookies): Visit {
  return {
    network: networkPrefix(request.ip),
    knownDevice: cookies.device.read(request),
    device: describeDevice(request.headers['user-agent'], de.desk.unknownDevice)
  }
}
