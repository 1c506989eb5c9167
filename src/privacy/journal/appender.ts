import { randomUUID } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

export interface Appender {
  append: (lines: readonly string[], day: string) => Promise<void>
  close: () => Promise<void>
}

interface OpenFile { handle: FileHandle, day: string, /** Up to where its lines are whole. */ size: number }

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
    const handle = await open(join(folder, `${day}-${randomUUID()}.journal`), 'ax', 0o600)
    current = { handle, day, size: 0 }
    const directory = await open(folder)
    await directory.sync().finally(async () => await directory.close())
    return current
  }

  async function write (file: OpenFile, text: string): Promise<void> {
    try {
      const bytes = Buffer.from(text)
      if ((await file.handle.stat()).nlink === 0) throw new Error('its file was removed while it was written')
      await file.handle.appendFile(bytes)
      await file.handle.datasync()
      file.size += bytes.length
    } catch (error) {
      // A file that was removed, or that cannot be cut, is given up.
      if (!await isMended(file)) await close()
      throw error
    }
  }

  async function isMended ({ handle, size }: OpenFile): Promise<boolean> {
    try {
      await handle.truncate(size)
      return (await handle.stat()).nlink > 0
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
