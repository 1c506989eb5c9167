import { gzipSync } from 'node:zlib'
import { loadAssets } from '../../src/platform/http/assets.js'

export interface ScriptWeight {
  name: string
  bytes: number
  /** Whether it is loaded only when somebody asks for a check in the browser. */
  onDemand: boolean
}

/** The bytes of each script of the desk as browsers get it (gzip), the largest first. */
export function scriptWeights (): ScriptWeight[] {
  const { files, urls } = loadAssets()
  return [...files].filter(([name]) => name.endsWith('.js'))
    .map(([name, { plain }]) => ({ name, bytes: gzipSync(plain).length, onDemand: urls.checkFrame.endsWith(name) }))
    .sort((one, other) => other.bytes - one.bytes)
}

/** The bytes of all scripts that pages load, and of those that are loaded on demand. */
export function weightOf (weights: readonly ScriptWeight[]): { pages: number, onDemand: number } {
  const sum = (onDemand: boolean): number =>
    weights.reduce((sum, weight) => weight.onDemand === onDemand ? sum + weight.bytes : sum, 0)
  return { pages: sum(false), onDemand: sum(true) }
}
