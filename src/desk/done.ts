import { z } from 'zod'
import { de } from '../texts/de.js'

/** The address of a page says what was done before it: after a reload, nothing is sent twice. */
export const doneQuery = z.object({ erledigt: z.string().optional() })

type Done = keyof typeof de.desk.done

/** The path of a page that says what was done. */
export function withDone (path: string, done: Done): string {
  return `${path}?erledigt=${done}`
}

/** The sentence for what was done; null for what nobody knows. */
export function describeDone ({ erledigt }: z.infer<typeof doneQuery>): string | null {
  return erledigt !== undefined && Object.hasOwn(de.desk.done, erledigt) ? de.desk.done[erledigt as Done] : null
}
