import { judgeRefusal } from './refusal/judge-refusal.js'
import { RelayError } from './relay-error.js'
import type { RelayFault } from './relay-fault.js'

/** Codes of nodemailer, Node.js and OpenSSL (X509_V_ERR without its prefix). */
export const FAULTS_BY_CODE: Readonly<Record<string, RelayFault>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unknown-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unknown-authority',
  CERT_UNTRUSTED: 'certificate-unknown-authority',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-wrong-name',
  HOSTNAME_MISMATCH: 'certificate-wrong-name',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  INVALID_CA: 'certificate-refused',
  INVALID_PURPOSE: 'certificate-refused',
  PATH_LENGTH_EXCEEDED: 'certificate-refused',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-too-old',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-too-old',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls-missing',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls-missing',
  ECONNREFUSED: 'connection-refused',
  ETIMEDOUT: 'timed-out',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  ECONNRESET: 'connection-closed',
  EPIPE: 'connection-closed',
  ECONNECTION: 'connection-closed',
  EPROTOCOL: 'not-smtp'
}

/**
 * What nodemailer reports: its own code, the code of the system or of TLS behind it, the command,
 * the reply.
 */
export interface ReportedError {
  code?: string | undefined
  originalCode?: string | undefined
  command?: string | undefined
  responseCode?: number | undefined
  response?: string | undefined
}

/** The RelayError for a session that could not be opened, or was lost before its login. */
export function sessionError (error: ReportedError): RelayError {
  const { code, response = '', responseCode } = error
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null
  const stage = code === 'EAUTH' || code === 'ENOAUTH' ? 'login' : 'connection'
  const fault = stage === 'login' ? loginFault(error) : connectionFault(error)
  const judged = judgeRefusal({ code: responseCode ?? null, status, text: response })
  return new RelayError(stage, responseCode ?? null, status, fault, false, fault, judged)
}

function loginFault ({ responseCode }: ReportedError): RelayFault {
  return isTransient(responseCode) ? 'not-now' : 'login-refused'
}

function connectionFault ({ code = '', originalCode = '', command, responseCode }: ReportedError): RelayFault {
  if (isTransient(responseCode)) return 'not-now'
  if (responseCode !== undefined) return code === 'ETLS' && command === 'STARTTLS' ? 'starttls-missing' : 'turned-away'
  if (code === 'EDNS') return 'unknown-host'
  const known = FAULTS_BY_CODE[originalCode] ?? FAULTS_BY_CODE[code]
  if (known !== undefined) return known
  if (/CERT|CRL/.test(originalCode)) return 'certificate-refused'
  return code === 'ETLS' || /SSL|TLS|^EPROTO$/.test(originalCode) ? 'tls-failed' : 'unreachable'
}

function isTransient (responseCode: number | undefined): boolean {
  return responseCode !== undefined && responseCode < 500
}
