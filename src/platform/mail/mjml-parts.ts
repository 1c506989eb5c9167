import { randomUUID } from 'node:crypto'
import { memo } from '../memo.js'
import { collapseWhitespace } from '../text/collapse-whitespace.js'
import { compileMjml } from './mjml.js'

/** A mail that was compiled in parts, and how many bytes of it each part makes. */
export interface CompiledParts { html: string, sizes: number[] }

/**
 * Compiles a mail that consists of a frame and parts. `frame` makes the MJML of the whole from that
 * of its parts. A part is one section or several: what stands directly in `mj-body`.
 */
export type CompileParts = (frame: (parts: string) => string, parts: readonly string[]) => Promise<CompiledParts>

/**
 * Makes a compiler that remembers the newest parts, at most `most`, because an editor changes one
 * of many; and those without their texts, because most changes are of a text. What it remembers
 * changes no byte of a mail. Its white space is collapsed.
 */
export function createPartsCompiler ({ most }: { most: number }): CompileParts {
  const known = new Map<string, string>()
  const emptyFrame = memo(async (frame: string) => await compilePieces(() => frame, []), { most: MOST_FRAMES })

  /** Compiles parts with holes for their texts. False if they have styles of their own. */
  async function learn (frame: (parts: string) => string, hollow: readonly string[], head: string): Promise<boolean> {
    const missing = [...new Set(hollow)].filter(part => !known.has(part))
    if (missing.length === 0) return true
    const made = await compilePieces(frame, missing)
    if (made.before !== head) return false
    missing.forEach((part, index) => known.set(part, made.parts[index] ?? ''))
    return true
  }

  return async (frame, parts) => {
    const { before, after } = await emptyFrame(frame(marked([])))
    const missing = parts.filter(part => !known.has(part)).map(part => ({ part, ...hollowOut(part) }))
    // The head belongs to the whole. So a part that puts a style of its own there is not
    // remembered.
    if (!await learn(frame, missing.map(({ hollow }) => hollow), before)) {
      return join(await compilePieces(frame, parts))
    }
    for (const { part, hollow, texts } of missing) known.set(part, filledWith(known.get(hollow) ?? '', texts))
    const joined = join({ before, parts: parts.map(part => known.get(part) ?? ''), after })
    for (const oldest of known.keys()) {
      if (known.size <= most) break
      known.delete(oldest)
    }
    return joined
  }
}

/** MJML passes on what stands within, without the space around it. */
const TEXT = /(<mj-text\b(?:"[^"]*"|[^">/])*>)([\s\S]*?)(?=<\/mj-text>)/g

/** Stands where a text was. */
const HOLE = randomUUID()

/** A part without its texts. Texts with comments for Outlook stay, because MJML changes those. */
function hollowOut (part: string): { hollow: string, texts: string[] } {
  const texts: string[] = []
  const hollow = part.replace(TEXT, (whole, tag: string, text: string) => {
    if (text.includes('<!--')) return whole
    texts.push(text.trim())
    return tag + HOLE
  })
  return { hollow, texts }
}

function filledWith (compiled: string, texts: readonly string[]): string {
  return collapseWhitespace(compiled.split(HOLE).map((piece, index) => piece + (texts[index] ?? '')).join(''))
}

const MOST_FRAMES = 100

/** Stands in every mail until it is cut out, so that every head has the styles of its elements. */
const USUAL = '<mj-section><mj-column><mj-text>.</mj-text><mj-image src="." /></mj-column></mj-section>'

/** Shows where parts meet, until it is cut out. Nobody can guess it and write it in a text. */
const MARK = randomUUID()

function marked (parts: readonly string[]): string {
  const mark = `<mj-raw>${MARK}</mj-raw>`
  return [USUAL, ...parts].reduce((all, part) => all + part + mark, mark)
}

interface Pieces { before: string, parts: string[], after: string }

async function compilePieces (frame: (parts: string) => string, parts: readonly string[]): Promise<Pieces> {
  const mjml = await compileMjml(frame(marked(parts)))
  const [before = '', , ...rest] = mjml.split(MARK).map(collapseWhitespace)
  return { before, parts: rest.slice(0, -1), after: rest.at(-1) ?? '' }
}

/** Where sections meet, MJML draws two comments for Outlook together. */
function join ({ before, parts, after }: Pieces): CompiledParts {
  const html = [before, ...parts, after].join('\n').replaceAll('<![endif]-->\n<!--[if mso | IE]>', '')
  return { html, sizes: parts.map(part => Buffer.byteLength(part)) }
}
