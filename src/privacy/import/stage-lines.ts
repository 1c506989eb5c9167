import { randomUUID } from 'node:crypto'
import { sealAddress } from '../../platform/crypto/seal.js'
import { uuidToBytes } from '../../platform/crypto/uuid.js'
import { inTransaction, type Queryable } from '../../platform/database/pool.js'
import { judgeStanding, type Standing } from '../../subscription/import/add-imported.js'
import { suppressedAs, type MovedKey } from '../../subscription/move/moved-keys.js'
import type { ImportDeps } from './deps.js'
import { addCounts, claimLines, stageInvalid, stageRows, stageText } from './import.queries.js'
import type { JudgedLine } from './lines.js'
import type { NumberedText, Numbering } from './numbering.js'

type Refused = Extract<JudgedLine, { ok: false }>

/** Lines of a file as they are stored: sealed at once, so that no address waits in the clear. */
export interface SealedLines {
  rows: SealedRow[]
  refused: Refused[]
}

interface SealedRow {
  line: number
  id: string
  indexes: [Buffer, ...Buffer[]]
  sealed: Buffer
  /** Seconds since 1970, and the numbers of texts; 0 without a consent. */
  consentedAt: number
  wording: number
  source: number
}

/** Seals a line for the subscriber that it may become. */
export function sealLine (
  { keys, moved }: Pick<ImportDeps, 'keys'> & { moved: readonly MovedKey[] },
  numbering: Numbering,
  line: Extract<JudgedLine, { ok: true }>
): SealedRow {
  const { address: { address, canonical }, consent } = line
  const id = randomUUID()
  return {
    line: line.line,
    id,
    indexes: suppressedAs(keys, moved, canonical),
    sealed: sealAddress(keys, id, address),
    consentedAt: consent === null ? 0 : consent.at.getTime() / 1000,
    wording: consent === null ? 0 : numbering.numberOf('wording', consent.wording),
    source: consent === null ? 0 : numbering.numberOf('source', consent.source)
  }
}

/** Which lines of a file are stored at once: those after `before`, up to `line`. */
interface Portion { id: number, before: number, line: number, texts: readonly NumberedText[] }

/**
 * Stores lines of a file with how they stand, all in one transaction, with how far the file is read
 * now. False if somebody else has read them, or has stopped the import: then nothing is stored.
 */
export async function stageLines (
  deps: ImportDeps, { id, before, line, texts }: Portion, { rows, refused }: SealedLines
): Promise<boolean> {
  const { pool, clock } = deps
  return await inTransaction(pool, async db => {
    if (await claimLines.maybeOne({ id, before, line, now: clock.now() }, db) === null) return false
    const standings = await judgeStanding({ db, clock }, id, rows.map(({ indexes }) => indexes))
    const counts = await storeRows(db, id, rows, standings)
    if (refused.length > 0) {
      const [lines, faults] = [refused.map(each => each.line), refused.map(({ fault }) => fault)]
      await stageInvalid.run({ import: id, lines, faults }, db)
    }
    if (texts.length > 0) {
      const columns = {
        kinds: texts.map(({ kind }) => kind),
        numbers: texts.map(({ number }) => number),
        texts: texts.map(({ text }) => text)
      }
      await stageText.run({ import: id, ...columns }, db)
    }
    await addCounts.run({ id, ...counts, invalid: refused.length }, db)
    return true
  })
}

/** As many bytes come before the seal: the id, and the fingerprint. */
const HEAD_BYTES = 48

async function storeRows (db: Queryable, id: number, rows: readonly SealedRow[], standings: Standing[]) {
  if (rows.length === 0) return { new: 0, known: 0, double: 0, suppressed: 0 }
  let end = 0
  const places = rows.map(({ sealed }) => {
    const place = end
    end += HEAD_BYTES + sealed.length
    return place
  })
  // One block of bytes, which takes a third of the time that arrays of them take.
  const block = Buffer.concat(rows.flatMap(row => [uuidToBytes(row.id), row.indexes[0], row.sealed]), end)
  return await stageRows.one({
    import: id,
    block,
    places,
    sizes: rows.map(({ sealed }) => sealed.length),
    lines: rows.map(({ line }) => line),
    kinds: standings,
    consentedAt: rows.map(({ consentedAt }) => consentedAt),
    wordings: rows.map(({ wording }) => wording),
    sources: rows.map(({ source }) => source)
  }, db)
}
