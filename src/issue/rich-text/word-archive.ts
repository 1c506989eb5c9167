import { unzipSync, zipSync } from 'fflate'

/*
 * A .docx file is a ZIP archive. What a stranger has packed may unpack to any size, so it is
 * unpacked here, with a limit, and given on as an archive that is not compressed and holds the text
 * alone: what reads it then has nothing to unpack.
 */

export type Unpacked = { ok: true, archive: Buffer } | { ok: false, reason: 'not-word' | 'too-large' }

/** More than the XML of a text that a field holds, by far. */
const MOST_BYTES = 10_000_000
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w-]+\.xml|word\/_rels\/[\w-]+\.xml\.rels)$/

/** Unpacks the text of a .docx file, without pictures, and packs it again without compression. */
export function unpackText (file: Buffer): Unpacked {
  let size = 0
  try {
    const files = unzipSync(file, {
      filter ({ name, originalSize }) {
        if (!WANTED.test(name) || size > MOST_BYTES) return false
        // No entry unpacks to more than the size that it claims.
        size += originalSize
        return size <= MOST_BYTES
      }
    })
    if (size > MOST_BYTES) return { ok: false, reason: 'too-large' }
    if (files['word/document.xml'] === undefined) return { ok: false, reason: 'not-word' }
    return { ok: true, archive: Buffer.from(zipSync(files, { level: 0 })) }
  } catch {
    return { ok: false, reason: 'not-word' }
  }
}
