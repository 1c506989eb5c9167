import { openBytes, sealBytes } from '../../platform/crypto/seal-bytes.js'
import type { ImportDeps } from './deps.js'
import { findChunk, storeChunk } from './import.queries.js'
import { HEAD_BYTES } from './survey.js'

type FileDeps = Pick<ImportDeps, 'pool' | 'keys'>

/** The first chunk is what a first look needs. */
const CHUNK_BYTES = 512 * 1024

const binding = (id: number, number: number) => ({ purpose: 'import', name: `${id} ${number}` }) as const

/** Takes the bytes of an uploaded file as they come, and stores them sealed. */
export function createFileWriter ({ pool, keys }: FileDeps, id: number) {
  let parts: Buffer[] = []
  let [size, number] = [0, 0]
  const flush = async (): Promise<void> => {
    if (size === 0) return
    const sealed = sealBytes(keys, binding(id, number), Buffer.concat(parts))
    await storeChunk.run({ import: id, number, sealed }, pool)
    number++
    parts = []
    size = 0
  }
  return {
    async write (bytes: Buffer): Promise<void> {
      parts.push(bytes)
      size += bytes.length
      if (size >= CHUNK_BYTES) await flush()
    },
    end: flush
  }
}

/** The bytes of an uploaded file, opened chunk by chunk. */
export async function * readUploaded ({ pool, keys }: FileDeps, id: number): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const chunk = await findChunk.maybeOne({ import: id, number }, pool)
    if (chunk === null) return
    yield openBytes(keys, binding(id, number), chunk.sealed)
  }
}

/** The first bytes of an uploaded file; null if it is not there any more. */
export async function readHead (deps: FileDeps, id: number): Promise<Buffer | null> {
  const { value } = await readUploaded(deps, id).next()
  return value === undefined ? null : value.subarray(0, HEAD_BYTES)
}
