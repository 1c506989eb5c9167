import { stringify } from 'csv-stringify/sync'
import { movingSources, movingSubscribers, movingWordings, type MoveOutDeps } from '../../subscription/move/move-out.js'
import { deExport } from '../../texts/de-export.js'

/**
 * Active subscribers as a table for people: semicolons, UTF-8 with a byte order mark, every cell in
 * quotation marks, and none that a spreadsheet would compute.
 */
export async function * subscribersAsCsv (deps: MoveOutDeps, onUnreadable: () => void): AsyncGenerator<Buffer> {
  const { email, requested, confirmed, wording, source } = deExport.columns
  const wordings = new Map((await movingWordings(deps)).map(row => [row.id, row.wording]))
  const sources = new Map<number, string>()
  for await (const portion of movingSources(deps)) for (const row of portion) sources.set(row.id, row.source)
  yield Buffer.from(`\ufeff${write([[email, requested, confirmed, wording, source]])}`)
  for await (const subscribers of movingSubscribers(deps)) {
    const rows = subscribers.flatMap(({ address, requestedAt, confirmedAt, consentTextId, consentSourceId }) => {
      if (address === null) {
        onUnreadable()
        return []
      }
      const from = consentSourceId === null ? '' : sources.get(consentSourceId) ?? ''
      return [[address, requestedAt.toISOString(), confirmedAt.toISOString(), wordings.get(consentTextId) ?? '', from]]
    })
    if (rows.length > 0) yield Buffer.from(write(rows))
  }
}

function write (rows: string[][]): string {
  return stringify(rows, { delimiter: ';', record_delimiter: '\r\n', quoted: true, escape_formulas: true })
}
