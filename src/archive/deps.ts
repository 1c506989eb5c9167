import type { Context } from '../platform/context.js'
import type { Newsletter } from '../platform/newsletter/newsletter.js'

/** What the pages of the archive are made with. */
export type ArchiveDeps = Pick<Context, 'pool' | 'clock'> & Pick<Newsletter, 'publisher' | 'publicUrl'>

/**
 * Together with the time that a page store keeps it, the longest that a page is seen after it was
 * withdrawn.
 */
export const FOR_A_MINUTE = 'public, max-age=60'
