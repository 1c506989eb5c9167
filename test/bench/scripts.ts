import { scriptWeights } from '../support/script-weight.js'

/** Prints what each script of the desk weighs, and all together. */
export async function scripts (args: string[]): Promise<boolean> {
  const weights = scriptWeights()
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)
  if (!args.includes('--json')) {
    for (const { name, bytes } of weights) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} KB  ${name}`)
  }
  console.log(JSON.stringify({ script_kb_gzip: Number((total / 1000).toFixed(1)) }))
  return true
}
