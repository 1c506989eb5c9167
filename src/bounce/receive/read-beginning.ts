import type { Readable } from 'node:stream'

/** The beginning of a mail, and the size of all of it. */
export interface Beginning { raw: Buffer, size: number }

/**
 * A mail of 64 MB comes in 50,000 packets. Each line that begins with a dot is a piece of its own,
 * so that a mail of such lines would take minutes of our time.
 */
const MOST_PIECES = 200_000

/**
 * Reads a stream to its end and keeps its first `keep` bytes; the memory it takes does not grow
 * with the stream. Calls `tooLong` at each piece beyond `most` bytes, or beyond
 * 200,000 pieces. Rejects if the stream breaks.
 */
export async function readBeginning (
  stream: Readable, { keep, most, tooLong }: { keep: number, most: number, tooLong: () => void }
): Promise<Beginning> {
  const kept: Buffer[] = []
  let size = 0
  let pieces = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    // A copy: a slice would keep the whole piece, however little of it is left to keep.
    if (size < keep) kept.push(Buffer.from(piece.subarray(0, keep - size)))
    size += piece.length
    if (size > most || ++pieces > MOST_PIECES) tooLong()
  }
  return { raw: Buffer.concat(kept), size }
}
