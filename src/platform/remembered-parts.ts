import { createHash, randomUUID } from 'node:crypto'
import { memoSync } from './memo.js'

type FillPart = (part: string, data: object) => string

export interface RememberedParts {
  /** A part of a page, filled once for the same data. */
  fill: FillPart

  /**
   * Fills a page and encodes it. Its parts are encoded once as well: of a long page, that takes as
   * long as the rest of the answer.
   */
  encode: (fillPage: () => string) => Buffer
}

/** Characters of all parts together: those of some fifty drafts in work, four times over. */
const MOST_CHARACTERS = 40_000_000

/** Characters from which on a key is shortened. Most are a line's, and cost less as they are. */
const LONG_KEY = 1_000

/** As it was asked for last: as text where it stands within another part, as bytes in a page. */
interface Part { kept: string | Buffer, readonly characters: number }

/** Remembers parts of pages, the newest. A part that is within another is remembered for itself. */
export function rememberParts (fillPart: FillPart): RememberedParts {
  /** Of the page that is being encoded: its parts, in whose places a mark stands. */
  let placed: Part[] | null = null
  const mark = randomUUID()
  const marks = new RegExp(`${mark}\\((\\d+)\\)`)

  const find = memoSync(({ part, data }: { part: string, data: object }): Part => {
    const outer = placed
    placed = null
    try {
      const text = fillPart(part, data)
      return { kept: text, characters: text.length }
    } finally {
      placed = outer
    }
  }, {
    most: MOST_CHARACTERS,
    sizeOf: ({ characters }) => characters,
    keyOf: asked => shortened(JSON.stringify(asked))
  })

  return {
    fill (part, data) {
      const found = find({ part, data })
      return placed === null ? textOf(found) : `${mark}(${placed.push(found) - 1})`
    },
    encode (fillPage) {
      const parts: Part[] = []
      placed = parts
      try {
        // Every other piece is the number of a part.
        return Buffer.concat(fillPage().split(marks).map((piece, index) =>
          index % 2 === 0 ? Buffer.from(piece) : bytesOf(parts[Number(piece)] as Part)))
      } finally {
        placed = null
      }
    }
  }
}

function bytesOf (part: Part): Buffer {
  if (typeof part.kept === 'string') part.kept = Buffer.from(part.kept)
  return part.kept
}

function textOf (part: Part): string {
  if (typeof part.kept !== 'string') part.kept = part.kept.toString()
  return part.kept
}

function shortened (key: string): string {
  return key.length < LONG_KEY ? key : createHash('sha256').update(key).digest('base64')
}
