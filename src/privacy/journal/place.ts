import pg from 'pg'

/** Server and database of a URL, without user and password. */
export function placeOf (url: string): string {
  const { host, port, database } = new pg.Client({ connectionString: url })
  return `${host}:${port}/${database ?? ''}`
}
