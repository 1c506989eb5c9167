import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { BaseLogger } from 'pino'
import { createPool } from '../../src/platform/database/pool.js'
import type { Launcher } from '../../src/local/postgres/launcher.js'
import { cuttableProxy } from '../support/cuttable-proxy.js'
import { dataFolder } from '../support/cli.js'
import { freePort } from '../../src/platform/free-port.js'
import type { Test } from '../support/test.js'

/** A second server that follows the first by streaming, and is behind by what is on its way. */
export interface Standby {
  /** Nothing more reaches it: what the first server commits from now on is lost with it. */
  cutOff: () => Promise<void>
  /** Makes it the server. */
  promote: () => Promise<{ host: string, port: number, pool: pg.Pool }>
}

interface Primary {
  url: string
  cluster: string
  launcher: Launcher
  /** Runs pg_ctl. */
  control: (...args: string[]) => Promise<void>
  settings: Readonly<Record<string, string | number>>
  log: BaseLogger
}

const CONNECTIONS = 10

/** Lets a standby copy what is committed, without a password. `$1` is the folder of the cluster. */
const LET_STANDBY_IN = `
  echo "host replication postgres 127.0.0.1/32 trust" | cat - "$1/pg_hba.conf" > "$1/pg_hba.new"
  mv "$1/pg_hba.new" "$1/pg_hba.conf"
`

/**
 * Copies the server's folder while it is shut down, which needs no pg_basebackup, and starts both.
 * The standby gets what is committed over a proxy that can be cut.
 */
export async function startStandby (
  t: Test, { url, cluster, launcher, control, settings, log }: Primary
): Promise<Standby> {
  const { hostname: host, port: primaryPort } = new URL(url)
  const feed = await cuttableProxy(t, { host, port: Number(primaryPort) })
  const parent = join(await dataFolder(t), 'standby')
  const copy = join(parent, 'cluster')
  await mkdir(parent)
  if (launcher.owner !== null) await chown(parent, launcher.owner.uid, launcher.owner.gid)
  const shell = async (script: string, ...args: string[]): Promise<void> =>
    await launcher.run('/bin/sh', ['-ec', script, 'sh', ...args])
  await shell(LET_STANDBY_IN, cluster)
  await control('stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30')
  await shell('cp -a "$1" "$2" && touch "$2/standby.signal"', cluster, copy)
  // Not running, it starts with the options it had.
  await control('restart', '-D', cluster, '-w', '-t', '30', '-l', join(cluster, 'restarted.log'))

  const port = await freePort()
  const options = Object.entries({
    ...settings,
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    primary_conninfo: `host=127.0.0.1 port=${feed.port} user=postgres`
  })
  t.after(async () => await control('stop', '-D', copy, '-m', 'immediate', '-w', '-t', '30').catch(() => {}))
  const flags = options.map(([name, value]) => `-c ${name}='${value}'`).join(' ')
  await control('start', '-D', copy, '-w', '-t', '30', '-l', join(copy, 'standby.log'), '-o', flags)
  return {
    cutOff: feed.cut,
    async promote () {
      await control('promote', '-D', copy, '-w', '-t', '30')
      const { href } = Object.assign(new URL(url), { port: String(port) })
      const pool = createPool({ url: href, max: CONNECTIONS, name: 'chaos', log })
      t.after(async () => await pool.end())
      return { host, port, pool }
    }
  }
}
