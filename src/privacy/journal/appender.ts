import { randomUUID } from 'node:crypto'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

export interface Appender {
  append: (lines: readonly string[], day: string) => Promise<void>
  close: () => Promise<void>
}

interface OpenFile {
  path: string
  handle: FileHandle
  day: string
  /** Up to where its lines are whole. */
  size: number
}

/**
 * Appends to a file of its own in a folder, a new one each day. It is synced before `append`
 * resolves. Where a write fails, as on a full disk, what it left is cut off again; if that fails,
 * too, the file is given up, and ends with a line that is not whole.
 */
export function appender (folder: string, head: string): Appender {
  let current: OpenFile | null = null

  async function fileOf (day: string): Promise<OpenFile> {
    if (current?.day === day) return current
    await close()
    // Fails if the folder is gone: to make it again would hide that its entries are gone.
    const path = join(folder, `${day}-${randomUUID()}.journal`)
    const handle = await open(path, 'ax', 0o600)
    current = { path, handle, day, size: 0 }
    const directory = await open(folder)
    await directory.sync().finally(async () => await directory.close())
    return current
  }

  async function write (file: OpenFile, text: string): Promise<void> {
    try {
      const bytes = Buffer.from(text)
      if (!await isInPlace(file)) throw new Error('its file was removed or replaced while it was written')
      await file.handle.appendFile(bytes)
      await file.handle.datasync()
      file.size += bytes.length
    } catch (error) {
      // A file that was removed, or that cannot be cut, is given up.
      if (!await isMended(file)) await close()
      throw error
    }
  }

  async function isMended (file: OpenFile): Promise<boolean> {
    try {
      await file.handle.truncate(file.size)
      return await isInPlace(file)
    } catch {
      return false
    }
  }

  async function close (): Promise<void> {
    const closing = current
    current = null
    await closing?.handle.close()
  }

  return {
    async append (lines, day) {
      const file = await fileOf(day)
      await write(file, `${file.size === 0 ? `${head}\n` : ''}${lines.map(line => `${line}\n`).join('')}`)
    },
    close
  }
}

/** Whether who reads the journal reads this very file. */
async function isInPlace ({ path, handle }: OpenFile): Promise<boolean> {
  const [named, opened] = await Promise.all([stat(path).catch(() => null), handle.stat()])
  return named !== null && named.ino === opened.ino && named.dev === opened.dev
}
