import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleScripts } from './bundle.js'

// Compiles a project (`src`, or `.` with the tests) and bundles the scripts for browsers into a
// folder of its own, which takes the place of build/ when it is whole. A compile that fails leaves
// the old program as it was, and two builds at once do not mix. It is JavaScript because it is what
// compiles.

const [project] = process.argv.slice(2)
const next = `.build-${process.pid}`

for (const name of readdirSync('.')) {
  const [, pid] = /^\.build-(\d+)/.exec(name) ?? []
  if (pid !== undefined && !isAlive(Number(pid))) rmSync(name, { recursive: true, force: true })
}
try {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', project, '--outDir', next], { stdio: 'inherit' })
  process.exitCode = status ?? 1
  if (status === 0) {
    await bundleScripts(next)
    chmodSync(join(next, 'src', 'bin.cjs'), 0o755)
    replace('build', next)
  }
} finally {
  rmSync(next, { recursive: true, force: true })
}

/** Gives `folder` the place of `old`, which another build may take, too, at any moment. */
function replace (old, folder) {
  for (let count = 1; existsSync(folder); count++) {
    const aside = `${folder}-${count}`
    try {
      if (existsSync(old)) renameSync(old, aside)
      renameSync(folder, old)
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error
    }
    rmSync(aside, { recursive: true, force: true })
  }
}

function isAlive (pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
