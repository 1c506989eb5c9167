import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

export type ReadFile = { ok: true, bytes: Buffer } | { ok: false, reason: 'not-a-file' | 'too-large' }

/**
 * Reads a file that somebody named, if it is a regular one: a pipe would make us wait forever, and
 * a device has no end. Refuses more than `maxBytes`. Throws the system's error if the file cannot
 * be opened or read. It is synchronous, because it is for the small files that a command or a start
 * reads first.
 */
export function readRegularFile (file: string, maxBytes: number): ReadFile {
  // Without this flag, opening a pipe waits for its other end. Windows does not have it.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    if (!fstatSync(handle).isFile()) return { ok: false, reason: 'not-a-file' }
    // The size is not asked for: a file may grow, and files in /proc have none.
    const bytes = Buffer.allocUnsafe(maxBytes + 1)
    let length = 0
    for (let read = -1; read !== 0 && length <= maxBytes; length += read) {
      read = readSync(handle, bytes, length, bytes.length - length, null)
    }
    if (length > maxBytes) return { ok: false, reason: 'too-large' }
    return { ok: true, bytes: Buffer.from(bytes.subarray(0, length)) }
  } finally {
    closeSync(handle)
  }
}
