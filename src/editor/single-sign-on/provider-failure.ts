import { ClientError } from 'openid-client'
import { hasCode } from '../../platform/errors.js'

/**
 * Whether a request to a provider failed because it is away, rather than because of what it said:
 * no connection, no answer in time, or a status of 500 and more.
 */
export function isUnreachable (error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof TypeError && error.message === 'fetch failed') return true
  if (hasCode(error, 'OAUTH_TIMEOUT', 'OAUTH_ABORT')) return true
  const { cause } = error
  if (cause instanceof Response) return cause.status >= 500
  return error instanceof ClientError && cause !== undefined && isUnreachable(cause)
}
