import type { Journal } from './journal.js'
import { knowJournals, refuseOlderCopies, type KnownDeps } from './known.js'
import { entries } from './replay.js'

/**
 * The ids of all who were erased, as far as the journal goes back. Throws a `JournalFault` if it is
 * missing, damaged, or an older copy of itself: somebody who left could come back.
 */
export async function readErased (deps: KnownDeps, journal: Journal): Promise<Set<string>> {
  await refuseOlderCopies(deps, journal.stores)
  await knowJournals(deps, journal.stores)
  await journal.write()
  const erased = new Set<string>()
  for await (const entry of entries(journal)) {
    if (entry.kind === 'erased') for (const id of entry.ids) erased.add(id)
  }
  return erased
}
