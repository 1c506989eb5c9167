import type { RunOptions } from 'axe-core'

/** What is checked: an issue's mail, or its page in the archive. */
export type Subject = 'mail' | 'page'

/** The levels that the law asks for, and what axe's makers advise beside them. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * A mail program puts a mail into a page of its own: it takes off `html`, `head` and `body` with
 * title and language, and has its own landmarks and ways past them. What axe says of a document as
 * a whole says nothing of what readers of a mail meet. Language and headings stand within the mail
 * as well, so that their rules hold.
 */
const OF_A_WHOLE_PAGE = [
  'bypass',
  'document-title',
  'html-has-lang',
  'html-lang-valid',
  'html-xml-lang-mismatch',
  'landmark-banner-is-top-level',
  'landmark-complementary-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'meta-viewport',
  'meta-viewport-large',
  'region',
  'skip-link'
]

/** What axe runs, and how. */
export function runOptions (subject: Subject): RunOptions {
  const off = subject === 'mail' ? OF_A_WHOLE_PAGE : []
  return {
    runOnly: { type: 'tag', values: TAGS },
    rules: {
      // axe has it off; WCAG 2.2 asks for it.
      'target-size': { enabled: true },
      ...Object.fromEntries(off.map(rule => [rule, { enabled: false }]))
    },
    resultTypes: ['violations', 'incomplete'],
    // The frame may load nothing, and holds all its styles.
    preload: false,
    iframes: false
  }
}
