import { createHash } from 'node:crypto'
import { PreparedQuery as PgTypedQuery } from '@pgtyped/runtime'
import type { Queryable } from './pool.js'

type QueryStructure = ConstructorParameters<typeof PgTypedQuery>[0]
type Row = Record<string, unknown>

const camelCaseNames = new Map<string, string>()
const statementNames = new Map<string, string>()

/**
 * A query from `sql/queries`, as the generated files use it. PgTyped writes the types of columns in
 * camel case but leaves the rows as the database names them; here they become what the types say.
 */
export class PreparedQuery<Params, Result> {
  readonly #query: PgTypedQuery<Params, Row>

  constructor (structure: QueryStructure) {
    this.#query = new PgTypedQuery(structure)
  }

  /** Runs the query and returns all rows. */
  async run (params: Params, db: Queryable): Promise<Result[]> {
    const rows = await this.#query.run(params, {
      query: async (text, values) => {
        const { rows, rowCount } = await db.query({ name: statementName(text), text, values })
        return { rows, rowCount: rowCount ?? 0 }
      }
    })
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

/**
 * By its name the server knows a statement again and need not parse and plan it again. Names have
 * 63 bytes at most.
 */
function statementName (text: string): string {
  let name = statementNames.get(text)
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url')
    statementNames.set(text, name)
  }
  return name
}

function rename (row: Row): Row {
  const renamed: Row = {}
  for (const column in row) renamed[camelCase(column)] = row[column]
  return renamed
}

function camelCase (column: string): string {
  let name = camelCaseNames.get(column)
  if (name === undefined) {
    name = column.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    camelCaseNames.set(column, name)
  }
  return name
}
