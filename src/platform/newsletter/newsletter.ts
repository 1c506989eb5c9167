import type { Publisher } from './publisher.js'

/** The newsletter as its readers know it. */
export interface Newsletter {
  publisher: Publisher
  /** Without a slash at its end. Links are built from it and from nothing else. */
  publicUrl: string
  /** The same for every issue: mail programs sort by it (List-Id, RFC 2919). */
  listId: string
}
