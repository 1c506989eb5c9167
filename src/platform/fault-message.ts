import { messageOf, unpackErrors } from './errors.js'
import { scrub } from './log/scrub.js'

type Fault = Error & { code?: string, syscall?: string, hostname?: string, address?: string, port?: number }

/** Says which setting it is about. */
class NamedFault extends Error {}

/**
 * What the command line says of an error: one line without passwords. An error of connecting names
 * DATABASE_URL, unless `nameFault` has named another setting.
 */
export function faultMessage (error: unknown): string {
  return scrub(databaseFault(error, 'DATABASE_URL') ?? messageOf(error)).replace(/\s*\n\s*/g, ' ')
}

/** An error of connecting, as one that names its setting; any other error as it is. */
export function nameFault (error: unknown, setting: string): unknown {
  const told = databaseFault(error, setting)
  return told === undefined ? error : new NamedFault(told, { cause: error })
}

function databaseFault (error: unknown, setting: string): string | undefined {
  const faults: readonly [Fault, ...Fault[]] = unpackErrors(error)
  const [fault] = faults
  const { code = '', message, syscall } = fault
  const told = reason()
  return told === undefined ? undefined : `${setting}: ${told}`

  function reason (): string | undefined {
    if (fault instanceof NamedFault) return undefined
    if (syscall === 'connect') {
      return `the database cannot be reached at ${[...new Set(faults.map(place))].join(' and ')} (${code})`
    }
    if (syscall === 'getaddrinfo') return `the address of ${fault.hostname ?? 'its host'} cannot be found (${code})`
    if (/timeout exceeded when trying to connect|connection timeout/.test(message)) {
      return 'the database does not answer in time'
    }
    if (/^28/.test(code) || message.startsWith('SASL')) return `the database refuses the login: ${message}`
    if (code === '3D000') return message
    if (code === '42501') return `its role may not do that: ${message}`
    if (/^(?:53300|57P03)$/.test(code)) return `the database takes no connection now: ${message}`
    if (TLS.test(code) || /SSL/.test(message)) return `no secure connection to the database: ${message}`
    return undefined
  }
}

/** What OpenSSL and Node.js say of a certificate or of a connection that is not TLS. */
const TLS = /CERT|SSL|TLS|UNABLE_TO|SELF_SIGNED|HOSTNAME_MISMATCH|CRL/

function place ({ address, port, message }: Fault): string {
  if (address === undefined) return message
  return port === undefined ? address : `${address.includes(':') ? `[${address}]` : address}:${port}`
}
