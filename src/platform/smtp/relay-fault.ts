/**
 * Why a relay cannot be used, in words that continue a sentence about "the relay". The keys are
 * stable: they are in logs and in the database.
 */
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

/** Every fault but `relay_unreachable` needs somebody to act. */
export function relayEvent (fault: RelayFault): RelayEvent {
  if (fault.startsWith('certificate-')) return 'relay_certificate_refused'
  if (/^(?:start)?tls-/.test(fault)) return 'relay_tls_refused'
  if (/^(?:login|sender)-/.test(fault)) return 'relay_refuses_us'
  return 'relay_unreachable'
}
