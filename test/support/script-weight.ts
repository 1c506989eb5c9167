import { gzipSync } from 'node:zlib'
import { loadAssets } from '../../src/platform/http/assets.js'

/** The bytes of each script of the desk as browsers get it (gzip), the largest first. */
export function scriptWeights (): Array<{ name: string, bytes: number }> {
  return [...loadAssets().files].filter(([name]) => name.endsWith('.js'))
    .map(([name, { plain }]) => ({ name, bytes: gzipSync(plain).length }))
    .sort((one, other) => other.bytes - one.bytes)
}
