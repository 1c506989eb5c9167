/** More than any entry takes: a longer line is not one, and is not gathered in memory. */
const LONGEST = 1_000_000

/**
 * The lines of a stream, as Latin-1, in constant memory. What follows the last line feed is not
 * whole: a process died while it wrote it, and nobody was told that it was written. What is too
 * long comes in pieces, of which none is a line.
 */
export async function * readLines (stream: AsyncIterable<Buffer>): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    yield * lines
    if (rest.length > LONGEST) {
      yield rest
      rest = ''
    }
  }
}
