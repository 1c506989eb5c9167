/** Why a relay cannot be used, in words that go on from its name. The keys are stable: they stand in logs and in the database. */
export const RELAY_FAULTS = {
  'certificate-self-signed': 'its certificate is self-signed',
  'certificate-unknown-authority': 'its certificate is from an authority that is not trusted here',
  'certificate-wrong-name': 'its certificate is for another host name',
  'certificate-expired': 'its certificate has expired',
  'certificate-not-yet-valid': 'its certificate is not valid yet',
  'certificate-refused': 'its certificate was refused',
  'tls-too-old': 'it offers no TLS 1.2 or newer',
  'tls-missing': 'it does not speak TLS from the start (smtp:// asks for STARTTLS)',
  'starttls-missing': 'it does not offer STARTTLS',
  'tls-failed': 'the TLS handshake failed',
  'login-refused': 'it refuses our login',
  'sender-refused': 'it refuses our sender address',
  'connection-refused': 'it refuses connections',
  'timed-out': 'it does not answer',
  'unknown-host': 'its host name cannot be looked up',
  'no-route': 'there is no route to it',
  'connection-closed': 'it closes the connection',
  'not-now': 'it takes no mail for the time being',
  'turned-away': 'it turns us away',
  'not-smtp': 'it does not speak SMTP',
  unreachable: 'it cannot be reached'
} as const

export type RelayFault = keyof typeof RELAY_FAULTS

/** The name of the event that a fault is logged under. */
export type RelayEvent = 'relay_certificate_refused' | 'relay_tls_refused' | 'relay_refuses_us' | 'relay_unreachable'

const EVENTS: ReadonlyArray<[pattern: RegExp, event: RelayEvent]> = [
  [/^certificate-/, 'relay_certificate_refused'],
  [/^(?:start)?tls-/, 'relay_tls_refused'],
  [/^(?:login|sender)-/, 'relay_refuses_us'],
  [/^/, 'relay_unreachable']
]

/** All but `relay_unreachable` need a hand. */
export function relayEvent (fault: RelayFault): RelayEvent {
  return (EVENTS.find(([pattern]) => pattern.test(fault)) as [RegExp, RelayEvent])[1]
}

/** What happened by the codes of Node.js and OpenSSL (X509_V_ERR without its prefix). */
const BY_CODE: Readonly<Record<string, RelayFault>> = {
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

/** What nodemailer reports: its own code, that of the system or of TLS behind it, and at which command. */
export interface ConnectionError { code?: string, originalCode?: string, command?: string, responseCode?: number }

/** Why a session with the relay did not come about. */
export function connectionFault ({ code = '', originalCode = '', command, responseCode }: ConnectionError): RelayFault {
  if (code === 'ETLS' && command === 'STARTTLS' && responseCode !== undefined) return responseCode < 500 ? 'not-now' : 'starttls-missing'
  if (responseCode !== undefined) return responseCode < 500 ? 'not-now' : 'turned-away'
  if (code === 'EDNS') return 'unknown-host'
  const known = BY_CODE[originalCode] ?? BY_CODE[code]
  if (known !== undefined) return known
  if (/CERT|CRL/.test(originalCode)) return 'certificate-refused'
  return code === 'ETLS' || /SSL|TLS|^EPROTO$/.test(originalCode) ? 'tls-failed' : 'unreachable'
}
