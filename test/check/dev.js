import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { bundleScripts } from './bundle.js'

// `npm run dev`: compiles src/ into .build-dev and runs the service from there; both again after
// each change. Code that does not compile leaves the service as it runs. node --watch sees neither
// templates nor sql nor the scripts for browsers, and restarts once for each file that the compiler
// writes. JavaScript, because it is what compiles.

const BUILD = '.build-dev'
/** An editor writes a file in several steps. */
const SETTLE_MS = 100

/** The running service, or null. */
let service = null
/** Whether the service shall run: not before the first build and not after Ctrl-C. */
let wanted = false
let restarts = Promise.resolve()
let timer
const watched = new Set()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
watch('.', (_, name) => { if (name === '.env') restartSoon() })
const compiler = watchSources()

function watchSources () {
  const host = ts.createWatchCompilerHost('src/tsconfig.json', {
    outDir: BUILD, noEmitOnError: true, incremental: true, tsBuildInfoFile: join(BUILD, 'tsconfig.tsbuildinfo')
  }, ts.sys, undefined, report, (status, newLine, options, errors) => {
    // Undefined while it is compiling.
    if (errors === undefined) return
    wanted = true
    if (errors === 0) restartSoon()
    else console.log(`dev: ${errors} errors, so nothing is restarted`)
  })
  return ts.createWatchProgram(host)
}

function report (problem) {
  console.log(ts.formatDiagnostic(problem, {
    getCurrentDirectory: () => process.cwd(), getCanonicalFileName: name => name, getNewLine: () => '\n'
  }).trimEnd())
}

/**
 * Watches templates/, sql/ and the scripts for browsers with all folders in them, also new ones.
 * Editors replace files, not folders.
 */
function watchFolders () {
  for (const root of ['templates', 'sql', join('src', 'desk', 'script')]) {
    const below = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isDirectory())
    for (const folder of [root, ...below.map(({ parentPath, name }) => join(parentPath, name))]) {
      if (watched.has(folder)) continue
      watched.add(folder)
      watch(folder, restartSoon).on('error', () => watched.delete(folder))
    }
  }
}

function restartSoon () {
  clearTimeout(timer)
  timer = setTimeout(() => { restarts = restarts.then(restart) }, SETTLE_MS)
}

async function restart () {
  await stop()
  if (!wanted) return
  watchFolders()
  // esbuild says what is wrong with them. The service then runs with the scripts of before.
  await bundleScripts(BUILD).catch(() => console.log('dev: the scripts for browsers are as they were'))
  console.log('dev: starting')
  service = spawn(process.execPath, [join(BUILD, 'src', 'bin.cjs'), 'start'], { stdio: 'inherit' })
  const mine = service
  mine.once('exit', code => {
    if (service === mine) service = null
    if (wanted && code) console.log(`dev: the service ended with ${code}; waiting for a change`)
  })
}

async function stop () {
  if (service === null) return
  const ended = once(service, 'exit')
  service.kill('SIGTERM')
  await ended
}

/**
 * The service has heard Ctrl-C itself, and ends in order; a signal to this process alone is passed
 * on.
 */
async function end () {
  wanted = false
  compiler.close()
  clearTimeout(timer)
  await restarts
  await stop()
  process.exit()
}
