import { statSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { codeOf, messageOf } from '../../platform/errors.js'
import { readRegularFile } from '../../platform/regular-file.js'

/** The files, in PEM form, of a certificate with its chain, and of its key. */
export interface CertificateFiles { certificate: string, key: string }

/** What they hold. */
export interface Certificate { cert: Buffer, key: Buffer }

const MAX_FILE_BYTES = 1_000_000

/** Throws an Error of one line that names a file. */
export function readCertificate (files: CertificateFiles): Certificate {
  const found = { cert: read(files.certificate), key: read(files.key) }
  try {
    createSecureContext(found)
  } catch (error) {
    const mismatch = codeOf(error) === 'ERR_OSSL_X509_KEY_VALUES_MISMATCH'
    throw new Error(mismatch
      ? `${files.certificate} is not the certificate of the key in ${files.key}`
      : `${files.certificate} and ${files.key} do not hold a certificate and its key without a password, in PEM form`)
  }
  return found
}

function read (file: string): Buffer {
  try {
    const found = readRegularFile(file, MAX_FILE_BYTES)
    if (found.ok) return found.bytes
    throw new Error(found.reason === 'too-large' ? 'is too large' : 'is not a file')
  } catch (error) {
    throw new Error(`${file} cannot be read (${codeOf(error) ?? messageOf(error)})`)
  }
}

/**
 * Watches the files of a certificate. `renewed` returns what they hold if they have changed since
 * the last call that did not throw, and null if not. It throws while they cannot be read or do not
 * belong together, as between the writing of the two.
 */
export function watchCertificate (files: CertificateFiles): { first: Certificate, renewed: () => Certificate | null } {
  let seen = stamp(files)
  return {
    first: readCertificate(files),
    renewed () {
      const now = stamp(files)
      if (now === seen) return null
      const found = readCertificate(files)
      seen = now
      return found
    }
  }
}

/** Changes whenever one of the files is written or replaced. A missing file counts as a change. */
function stamp ({ certificate, key }: CertificateFiles): string {
  return [certificate, key].map(file => {
    const found = statSync(file, { throwIfNoEntry: false })
    return found === undefined ? 'missing' : `${found.ino}:${found.mtimeMs}:${found.size}`
  }).join()
}
