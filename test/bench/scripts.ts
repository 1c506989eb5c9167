import { scriptWeights, weightOf } from '../support/script-weight.js'

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

/** Prints what each script of the desk weighs, and all together. */
export async function scripts (args: string[]): Promise<boolean> {
  const weights = scriptWeights()
  if (!args.includes('--json')) {
    for (const { name, bytes, onDemand } of weights) {
      console.log(`${kilobytes(bytes).padStart(8)} KB  ${name}${onDemand ? ' (on demand)' : ''}`)
    }
  }
  const { pages, onDemand } = weightOf(weights)
  console.log(JSON.stringify({
    script_kb_gzip: Number(kilobytes(pages)), on_demand_kb_gzip: Number(kilobytes(onDemand))
  }))
  return true
}
