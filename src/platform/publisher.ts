import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const line = z.string().trim().min(1).max(300)

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
  const result = publisherSchema.safeParse(parse(readFileSync(file, 'utf8')))
  if (result.success) return Object.freeze(result.data)
  const issue = result.error.issues[0]
  throw new Error(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`)
}
