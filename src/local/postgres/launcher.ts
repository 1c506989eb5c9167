import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Binaries } from './binaries.js'

export interface Owner { uid: number, gid: number }

/** Starts the programs of PostgreSQL as a user that PostgreSQL accepts. */
export interface Launcher {
  /** The user that the programs run as and that must own the data; null if it is our own user. */
  readonly owner: Owner | null
  /**
   * Runs a program to its end; `signal` ends it early. Throws an Error of one line with its output.
   */
  run: (file: string, args: readonly string[], signal?: AbortSignal) => Promise<void>
  /** Starts a program that outlives us. Its output goes to the file descriptor `output`. */
  launch: (file: string, args: readonly string[], output: number) => ChildProcess
}

// Do not pass our environment, which holds secrets, to PostgreSQL.
const ENVIRONMENT = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' }
/** How long a program that is asked to end may take. */
const END_WITHIN_MS = 3_000
const PREFERRED_USERS = ['postgres', 'nobody']
/**
 * What lets a program pass closed folders: reading alone, or writing too where a container gives
 * only that.
 */
const CAPABILITIES = ['dac_read_search', 'dac_override']
// initdb looks for its companions by access(2), which respects the capability only with this
// security bit.
const traverseBy = (capability: string): string[] => [
  `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, '--securebits=+no_setuid_fixup', '--no-new-privs'
]

/**
 * PostgreSQL refuses to run as root. There, its programs run as the owner of the data or, when
 * they are new, as `postgres` or `nobody`. That user may not be let through to the program or the
 * data, as below /root: it then gets the one capability for that. Throws an Error of one line.
 */
export async function chooseLauncher (binaries: Binaries, dir: string, dataOwner: Owner | null): Promise<Launcher> {
  const { libraryPath } = binaries
  const env = { ...ENVIRONMENT, ...(libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath }) }
  const uid = process.getuid?.()
  if (uid !== 0) {
    if (uid !== undefined && dataOwner !== null && dataOwner.uid !== uid) {
      throw new Error(`${dir} belongs to another user (${dataOwner.uid}): ` +
        'start as that user, or set DATA_DIR to a folder of your own')
    }
    return createLauncher([], { env }, null)
  }
  const owner = dataOwner !== null && dataOwner.uid !== 0 ? dataOwner : await findUnprivilegedUser()
  const plain = createLauncher([], { env, ...owner }, owner)
  if (await canReach(plain, binaries, dir)) return plain
  for (const capability of CAPABILITIES) {
    const user = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
    const capable = createLauncher(['setpriv', ...user, ...traverseBy(capability), '--'], { env }, owner)
    if (await canReach(capable, binaries, dir)) return capable
  }
  throw new Error('PostgreSQL cannot run as root, and ' +
    `user ${owner.uid} may not reach ${dir} and ${binaries.postgres}: ` +
    'start as an ordinary user, set DATA_DIR to a folder such as /var/lib/integrationsbrief, or set DATABASE_URL')
}

type Options = Partial<Owner> & { env: Record<string, string> }

function createLauncher (prefix: string[], options: Options, owner: Owner | null): Launcher {
  const split = (file: string, args: readonly string[]): [string, string[]] => {
    const [command = file, ...rest] = [...prefix, file, ...args]
    return [command, rest]
  }
  // The other user may have no access to our working folder.
  const common = { ...options, cwd: '/' }
  return {
    owner,
    run: async (file, args, signal) => {
      signal?.throwIfAborted()
      // A process group of its own: signals of the terminal do not reach it, and ours reach its
      // children as well.
      const child = spawn(...split(file, args), { ...common, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
      const end = (): void => { killGroup(child) }
      signal?.addEventListener('abort', end)
      try {
        const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
        signal?.throwIfAborted()
        const lines = said.trim() || `${file} ended with ${String(code)}`
        if (code !== 0) throw new Error(lines.replace(/\s*\n\s*/g, '; '))
      } finally {
        signal?.removeEventListener('abort', end)
      }
    },
    launch: (file, args, output) => {
      const child = spawn(...split(file, args), { ...common, detached: true, stdio: ['ignore', output, output] })
      child.unref()
      return child
    }
  }
}

/** Asks a program and its children to end, and ends them if they do not. */
function killGroup (leader: ChildProcess): void {
  const kill = (name: NodeJS.Signals): void => {
    if (leader.pid === undefined) return
    try {
      process.kill(-leader.pid, name)
    } catch {
      // They have ended meanwhile.
    }
  }
  kill('SIGTERM')
  const insist = setTimeout(kill, END_WITHIN_MS, 'SIGKILL')
  leader.once('close', () => clearTimeout(insist))
}

async function canReach (launcher: Launcher, { postgres }: Binaries, dir: string): Promise<boolean> {
  const script = 'cd "$1" && exec "$2" --version'
  return await launcher.run('/bin/sh', ['-c', script, 'sh', dir, postgres]).then(() => true, () => false)
}

async function findUnprivilegedUser (): Promise<Owner> {
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map(line => line.split(':'))
  for (const name of PREFERRED_USERS) {
    const [, , uid, gid] = users.find(user => user[0] === name) ?? []
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither a user "postgres" nor "nobody": ' +
    'start as an ordinary user, or set DATABASE_URL')
}
