import { createHash } from 'node:crypto'
import type { Queryable } from './pool.js'

/** What PgTyped has found in a query: its text, and where which parameter stands in it. */
interface QueryStructure {
  statement: string
  params: ReadonlyArray<{
    name: string
    transform: { type: string }
    /** Each from the sign before its name (`a`) to the last letter (`b`). */
    locs: ReadonlyArray<{ a: number, b: number }>
  }>
}

type Row = Record<string, unknown>

const promisedNames = new Map<string, string>()

/**
 * A query from `sql/queries`, as the generated files use it. PgTyped writes the types of columns in
 * camel case, and without the sign that says whether they can be null, but leaves the rows as the
 * database names them; here they become what the types say.
 */
export class PreparedQuery<Params, Result> {
  readonly #text: string
  /** By its name the server knows a statement again and need not parse and plan it again. */
  readonly #name: string
  readonly #params: readonly string[]

  constructor (structure: QueryStructure) {
    this.#text = numbered(structure)
    // Names have 63 bytes at most.
    this.#name = createHash('sha256').update(this.#text).digest('base64url')
    this.#params = structure.params.map(({ name }) => name)
  }

  /** Runs the query and returns all rows. */
  async run (params: Params, db: Queryable): Promise<Result[]> {
    const values = this.#params.map(name => (params as Row)[name])
    const { rows } = await db.query({ name: this.#name, text: this.#text, values })
    return rows.map(row => rename(row) as Result)
  }

  /** Runs the query and returns its one row. Throws if there is none, or more than one. */
  async one (params: Params, db: Queryable): Promise<Result> {
    const row = await this.maybeOne(params, db)
    if (row === null) throw new Error('a query that has one row had none')
    return row
  }

  /**
   * Runs the query and returns its row, or null if there is none. Throws if there is more than one.
   */
  async maybeOne (params: Params, db: Queryable): Promise<Result | null> {
    const [row, second] = await this.run(params, db)
    if (second !== undefined) throw new Error('a query that has one row at most had several')
    return row ?? null
  }
}

/** The text with `$1` in place of the first parameter, and so on. */
function numbered ({ statement, params }: QueryStructure): string {
  const places = params.flatMap(({ name, transform, locs }, index) => {
    if (transform.type !== 'scalar') throw new Error(`the parameter ${name} must be a single value`)
    return locs.map(({ a, b }) => ({ a, b, sign: `$${index + 1}` }))
  }).sort((one, other) => one.a - other.a)
  let end = 0
  const parts = places.map(({ a, b, sign }) => {
    const before = statement.slice(end, a)
    end = b + 1
    return before + sign
  })
  return parts.join('') + statement.slice(end)
}

function rename (row: Row): Row {
  const renamed: Row = {}
  for (const column in row) renamed[promised(column)] = row[column]
  return renamed
}

function promised (column: string): string {
  let name = promisedNames.get(column)
  if (name === undefined) {
    name = column.replace(/[!?]$/, '').replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    promisedNames.set(column, name)
  }
  return name
}
