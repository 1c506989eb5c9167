import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processStamp } from '../../src/local/postgres/process-stamp.js'

const PREFIX = 'integrationsbrief-run-'

/**
 * A folder for everything that a test run puts down. Removing it also ends the programs that work
 * in it or were told of it (by `TMPDIR`): those that a test could not end because it was itself
 * killed. Folders of runs that were killed are removed likewise.
 */
export async function makeRunFolder (): Promise<{ dir: string, remove: () => Promise<void> }> {
  await removeDeadRuns()
  const dir = await mkdtemp(join(tmpdir(), PREFIX))
  // As root, the server is another user, who must get through.
  await chmod(dir, 0o755)
  await writeFile(join(dir, 'owner'), `${process.pid} ${await processStamp(process.pid)}`)
  return { dir, remove: async () => await clear(dir) }
}

async function removeDeadRuns (): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const dir = join(tmpdir(), name)
    const [, pid, stamp] = /^(\d+) (.+)$/.exec(await readFile(join(dir, 'owner'), 'utf8').catch(() => '')) ?? []
    if (pid !== undefined && await processStamp(Number(pid)) !== stamp) await clear(dir)
  }
}

async function clear (dir: string): Promise<void> {
  for (const pid of await findPrograms(dir)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself meanwhile, or is another user's.
    }
  }
  await rm(dir, { recursive: true, force: true, maxRetries: 10 })
}

/**
 * Processes that have the folder in their command line or as their folder for temporary files; none
 * where there is no /proc.
 */
async function findPrograms (dir: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(pids.map(async pid => {
    const read = async (name: string): Promise<string> => await readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')
    const [command, environment] = await Promise.all([read('cmdline'), read('environ')])
    const ours = command?.includes(`${dir}/`) === true || environment?.split('\0').includes(`TMPDIR=${dir}`) === true
    return ours && pid !== process.pid ? [pid] : []
  }))
  return found.flat()
}
