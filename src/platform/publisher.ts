import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

// It ends up in headers, too: whatever could end a line is refused.
// eslint-disable-next-line no-control-regex
const line = z.string().trim().min(1).max(300).regex(/^[^\u0000-\u001f\u007f\u2028\u2029]*$/, 'must be one line')

const publisherSchema = z.strictObject({
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

/** Reads the publisher's details from a YAML file. Throws an Error of one line that names file and field. */
export function readPublisher (file: string): Publisher {
  const result = publisherSchema.safeParse(parseFile(file))
  if (result.success) return Object.freeze(result.data)
  const issue = result.error.issues[0]
  throw new Error(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`)
}

function parseFile (file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'), { prettyErrors: false })
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message.split('\n')[0]}`)
  }
}
