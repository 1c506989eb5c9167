import type { Context } from '../platform/context.js'
import type { House } from '../platform/newsletter/house.js'

/** What the pages of the archive are made with. */
export interface ArchiveDeps extends Pick<Context, 'pool' | 'clock'> {
  house: House
  /** Without a slash at its end. */
  publicUrl: string
}

/**
 * Together with the time that a page store keeps it, the longest that a page is seen after it was
 * withdrawn.
 */
export const FOR_A_MINUTE = 'public, max-age=60'
