import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../src/platform/free-port.js'
import type { BareSetup } from './bare-web.js'
import { endProgram, type Started } from './children.js'
import type { Load, LoadResult } from './http-client.js'
import { MAIN } from './mailer.js'

/** A web server in a process of its own. */
export interface WebServer { pid: number, port: number, stop: () => Promise<void> }

const LOOK_MS = 20

/** Starts `integrationsbrief serve`, whose log goes to a file, and waits until it answers. */
export async function startWeb (
  started: Started,
  env: NodeJS.ProcessEnv,
  logFile: string,
  profile: string | undefined
): Promise<WebServer> {
  const port = await freePort()
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const child = started.add(spawn(process.execPath, [...flags, MAIN, 'serve'], {
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', openSync(logFile, 'w')]
  }))
  while (await fetch(`http://127.0.0.1:${port}/healthz`).then(({ ok }) => !ok, () => true)) {
    if (child.exitCode !== null) throw new Error('the web server did not start')
    await delay(LOOK_MS)
  }
  return { pid: child.pid as number, port, stop: async () => await endProgram(child) }
}

/** Starts a bare Fastify that serves the same pages. */
export async function startBareWeb (started: Started, setup: BareSetup): Promise<WebServer> {
  const child = started.add(fork(join(import.meta.dirname, 'bare-web.js')))
  child.send(setup)
  const [port] = await once(child, 'message') as [number]
  return { pid: child.pid as number, port, stop: async () => await endProgram(child) }
}

/**
 * Starts the program that asks the servers. Every slice of load is answered with what came of it.
 */
export async function startClient (started: Started): Promise<(load: Load) => Promise<LoadResult>> {
  const child = started.add(fork(join(import.meta.dirname, 'http-client.js')))
  await once(child, 'message')
  return async load => {
    child.send(load)
    const [result] = await once(child, 'message') as [LoadResult]
    return result
  }
}
