import type { Repair } from './finding.js'
import { isRecord } from './text-fields.js'

type Values = Readonly<Record<string, unknown>>

/**
 * The fields of one block, or of the head (null), as a repair leaves them. The given ones stay as
 * they are. Throws if a change leads to a place that the fields do not have.
 */
export function repairFields (block: number | null, fields: Values, { changes }: Pick<Repair, 'changes'>): Values {
  const repaired = structuredClone(fields) as Record<string, unknown>
  for (const change of changes.filter(change => change.block === block)) {
    const last = change.field.at(-1)
    const parent = change.field.slice(0, -1).reduce<unknown>(
      (value, key) => Array.isArray(value) ? value[Number(key)] as unknown : isRecord(value) ? value[key] : undefined,
      repaired)
    if (last === undefined || !isRecord(parent)) throw new Error(`there is no field ${change.field.join('.')}`)
    if (change.value === null) delete parent[last]
    else parent[last] = change.value
  }
  return repaired
}
