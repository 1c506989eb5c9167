import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { hasCode } from '../../platform/errors.js'
import { appender } from './appender.js'
import { readLines } from './lines.js'
import { JournalFault, type Line, type Mark, type Store } from './store.js'

const MARK = 'journal.json'
const VERSION = 1
const FILE = /^(\d{4}-\d{2}-\d{2})-[0-9a-f-]+\.journal(\.damaged)?$/

const markSchema = z.object({
  version: z.int(), id: z.uuid(), trimmedBefore: z.iso.date().nullable(), goneLines: z.int().min(0).default(0)
})

interface FolderMark extends Mark {
  /** How many lines were erased or put aside. */
  goneLines: number
}

/**
 * A journal in a folder: a file for each process and day, so that no two write into one. Nobody
 * but its owner can read it.
 */
export function folderStore (folder: string): Store {
  const appendTo = appender(folder, `integrationsbrief journal ${VERSION}`)

  async function readOwnMark (): Promise<FolderMark | null> {
    try {
      return parseMark(await readFile(join(folder, MARK), 'utf8'))
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null
      throw error
    }
  }

  async function writeMark (mark: FolderMark, place: (from: string, to: string) => Promise<void>): Promise<void> {
    const own = join(folder, `${MARK}.${randomUUID()}`)
    const handle = await open(own, 'wx', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify({ version: VERSION, ...mark })}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await place(own, join(folder, MARK)).finally(async () => await rm(own, { force: true }))
    await syncFolder(folder)
  }

  async function files ({ damaged = false } = {}): Promise<JournalFile[]> {
    return (await readdir(folder)).sort().flatMap(name => {
      const [, day, suffix] = FILE.exec(name) ?? []
      return day === undefined || (suffix !== undefined && !damaged) ? [] : [{ name, day }]
    })
  }

  async function readMark (): Promise<Mark | null> {
    const mark = await readOwnMark()
    return mark === null ? null : { id: mark.id, trimmedBefore: mark.trimmedBefore }
  }

  return {
    name: `JOURNAL (${folder})`,
    readMark,
    async begin () {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      try {
        // `link` fails where the name is taken: of two processes, one begins it.
        await writeMark({ id: randomUUID(), trimmedBefore: null, goneLines: 0 }, link)
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error
      }
      const mark = await readMark()
      if (mark === null) throw new Error(`${folder}: ${MARK} is gone again`)
      return mark
    },
    append: appendTo.append,
    async * read () {
      for (const { name } of await files()) yield * readFileLines(folder, name)
    },
    async reach () {
      for (;;) {
        const mark = await readOwnMark()
        if (mark === null) return 0
        const lines = await countLines(folder, since(await files(), mark)).catch(orNullIfGone)
        // Else it was trimmed meanwhile.
        if (lines !== null && (await readOwnMark())?.goneLines === mark.goneLines) return mark.goneLines + lines
      }
    },
    async trim (before) {
      const mark = await readOwnMark()
      const old = (await files({ damaged: true })).filter(({ day }) => day < before)
      if (mark === null || old.length === 0) return
      const counted = since(await files(), mark).filter(({ day }) => day < before)
      const goneLines = mark.goneLines + await countLines(folder, counted)
      // First the mark: entries that are gone are never thought to be there.
      await writeMark({ ...mark, trimmedBefore: before, goneLines }, rename)
      for (const { name } of old) await rm(join(folder, name), { force: true })
    },
    async setAside (isDamaged) {
      let damaged = 0
      for (const { name } of await files()) damaged += await mend(folder, name, isDamaged)
      const mark = await readOwnMark()
      if (mark === null || damaged === 0) return
      await writeMark({ ...mark, goneLines: mark.goneLines + damaged }, rename)
    },
    close: appendTo.close
  }
}

function parseMark (text: string): FolderMark {
  let mark: z.infer<typeof markSchema>
  try {
    mark = markSchema.parse(JSON.parse(text))
  } catch {
    throw new JournalFault(`${MARK} in the journal cannot be read`)
  }
  if (mark.version !== VERSION) throw isNewer(MARK)
  return { id: mark.id, trimmedBefore: mark.trimmedBefore, goneLines: mark.goneLines }
}

interface JournalFile { name: string, day: string }

/** Files that the mark does not call gone already: a crash may have left some of those. */
function since (files: readonly JournalFile[], { trimmedBefore }: Mark): JournalFile[] {
  return files.filter(({ day }) => trimmedBefore === null || day >= trimmedBefore)
}

/** How many whole lines there are for good: what is counted outlasts a loss of power. */
async function countLines (folder: string, files: readonly JournalFile[]): Promise<number> {
  let count = 0
  for (const { name } of files) {
    for await (const line of readFileLines(folder, name)) {
      void line
      count++
    }
    const handle = await open(join(folder, name))
    await handle.sync().finally(async () => await handle.close())
  }
  return count
}

function orNullIfGone (error: unknown): null {
  if (hasCode(error, 'ENOENT')) return null
  throw error
}

/** The lines of a file behind its first one, which names the version. */
async function * readFileLines (folder: string, name: string): AsyncIterable<Line> {
  let number = 0
  for await (const text of readLines(createReadStream(join(folder, name)))) {
    number++
    const version = number === 1 ? /^integrationsbrief journal (\d+)$/.exec(text)?.[1] : undefined
    if (version !== undefined && version !== String(VERSION)) throw isNewer(name)
    if (version === undefined) yield { text, where: `${name}, line ${number}` }
  }
}

function isNewer (name: string): JournalFault {
  return new JournalFault(`${name} in the journal was written by a newer version of this program: start that one`)
}

/**
 * Copies what can be read of a file, and keeps the file under another name. Returns how many lines
 * are left out.
 */
async function mend (folder: string, name: string, isDamaged: (line: string) => boolean): Promise<number> {
  const file = join(folder, name)
  const good: string[] = []
  let damaged = 0
  for await (const { text } of readFileLines(folder, name)) {
    if (isDamaged(text)) damaged++
    else good.push(text)
  }
  if (damaged === 0) return 0
  const mended = join(folder, `${name}.mended`)
  const handle = await open(mended, 'w', 0o600)
  try {
    await handle.writeFile([`integrationsbrief journal ${VERSION}`, ...good, ''].join('\n'))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await link(file, `${file}.damaged`).catch(() => {})
  await rename(mended, file)
  await syncFolder(folder)
  return damaged
}

/** So that a name in it outlasts a loss of power. */
async function syncFolder (folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(async () => await handle.close())
}
