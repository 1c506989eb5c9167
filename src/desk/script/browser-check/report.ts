import { rules } from 'axe-core/locales/de.json'

/** What one frame found in its document. It crosses from frame to page as a message. */
export interface FrameReport { findings: FrameFinding[] }

/** What a rule found within one block, or outside all of them. */
export interface FrameFinding {
  /** axe's name of the rule. */
  rule: string
  /** False where axe cannot decide: somebody must look. */
  certain: boolean
  /** Which of the blocks that are shown; null for what is outside of them. */
  block: number | null
  /** At how many places. */
  count: number
  /** What the first of them says. */
  excerpt: string
}

const RULE = /^[a-z-]{1,60}$/
export const MOST_FINDINGS = 200
const MOST_PLACES = 10_000
const MOST_BLOCKS = 100
export const MOST_EXCERPT = 120

/**
 * Reads a message from a frame. It is not trusted: the frame holds what people wrote. Null if it is
 * anything but a report, or says more than a frame has to say.
 */
export function readReport (message: unknown): FrameReport | null {
  const { findings } = Object(message) as { findings?: unknown }
  if (!Array.isArray(findings) || findings.length > MOST_FINDINGS) return null
  const read = findings.map(readFinding)
  return read.includes(null) ? null : { findings: read.filter(finding => finding !== null) }
}

function readFinding (given: unknown): FrameFinding | null {
  const { rule, certain, block, count, excerpt } = Object(given) as Record<keyof FrameFinding, unknown>
  const isRead = typeof rule === 'string' && RULE.test(rule) && typeof certain === 'boolean' &&
    (block === null || isWithin(block, 0, MOST_BLOCKS)) && isWithin(count, 1, MOST_PLACES) &&
    typeof excerpt === 'string' && excerpt.length <= MOST_EXCERPT
  return isRead ? { rule, certain, block, count, excerpt } : null
}

function isWithin (value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most
}

/** What a rule asks for, as a German sentence; its name where axe has none. */
export function ruleSentence (rule: string): string {
  return Object.hasOwn(rules, rule) ? rules[rule as keyof typeof rules].help : rule
}
