import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { MARKS_DIRECTION, UNSAFE_IN_LINE } from '../mail/unsafe-characters.js'
import { readRegularFile, type ReadFile } from '../regular-file.js'
import { codeOf, messageOf } from '../errors.js'

const MAX_FILE_BYTES = 100_000
/** Characters of one field. */
const MAX_LINE = 300

// It ends up in headers, too: whatever could end a line is refused.
const line = z.string().trim().min(1).max(MAX_LINE)
  .refine(text => !UNSAFE_IN_LINE.test(text) &&
    !MARKS_DIRECTION.test(text), 'must be one line without control characters')

/** What is known of the publisher; every field is one line. */
export const publisherSchema = z.strictObject({
  newsletter: line,
  claim: line,
  organisation: line,
  department: line,
  street: line,
  city: line,
  phone: line,
  email: z.email(),
  represented_by: line,
  editor_in_charge: line,
  data_protection_officer: z.email(),
  supervisory_authority: line,
  accessibility_authority: line
})

/** Who publishes the newsletter: what the Impressum of every mail and page is made of. */
export type Publisher = Readonly<z.infer<typeof publisherSchema>>

/**
 * Reads the publisher's details from a YAML file. Throws an Error of one line that names file and
 * field.
 */
export function readPublisher (file: string): Publisher {
  const result = publisherSchema.safeParse(parseFile(file))
  if (result.success) return Object.freeze(result.data)
  const [problem] = result.error.issues.map(({ path, message }) => [...path, message].join(': '))
  throw new Error(`${file}: ${problem}`)
}

function parseFile (file: string): unknown {
  const lineCounter = new LineCounter()
  const document = parseDocument(readText(file), { prettyErrors: false, lineCounter })
  // A warning means that something was read in another way than it was written.
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) {
    const { line: number } = lineCounter.linePos(problem.pos[0])
    throw new Error(`${file}, line ${number}: ${problem.message.split('\n')[0]}`)
  }
  try {
    return document.toJS()
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error).split('\n')[0]}`)
  }
}

function readText (file: string): string {
  let found: ReadFile
  try {
    found = readRegularFile(file, MAX_FILE_BYTES)
  } catch (error) {
    throw new Error(`${file} cannot be read (${codeOf(error)})`)
  }
  if (!found.ok) {
    throw new Error(`${file} ${found.reason === 'too-large' ? 'is larger than 100 KB' : 'is not a file'}`)
  }
  return found.bytes.toString()
}
