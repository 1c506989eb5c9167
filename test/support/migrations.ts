import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packagePath } from '../../src/platform/package-path.js'
import type { JudgedTest } from './test.js'

/** An empty folder, and what copies the migrations that are wanted into it, by their names. */
export async function migrationFolder (
  t: JudgedTest
): Promise<{ folder: string, copy: (isWanted: (name: string) => boolean) => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'integrationsbrief-migrate-'))
  t.after(async () => await rm(folder, { recursive: true }))
  const source = packagePath('sql', 'migrations')
  return {
    folder,
    async copy (isWanted) {
      for (const name of (await readdir(source)).filter(isWanted)) {
        await writeFile(join(folder, name), await readFile(join(source, name)))
      }
    }
  }
}
