#!/usr/bin/env node
import fs = require('node:fs')
import os = require('node:os')

// Node.js signs in a pool of four threads, whatever the machine has; on two cores, four of them crowd out the main thread and
// cost a tenth of the mailer's rate. The pool reads its size when it is first used, and loading an ES module
// uses it: that is why the entry is a CommonJS one. A size that the operator has set is kept.
process.env['UV_THREADPOOL_SIZE'] ??= String(Math.max(2, os.availableParallelism()))

/** Loading the program takes some 300, and each reader, relay and database connection one more. */
const LEAST_OPEN_FILES = 512

/** How many files we may have open, or null where the system does not say. Node.js has raised it as far as it may. */
function openFiles (): number | null {
  try {
    const [, limit] = /^Max open files +(\d+)/m.exec(fs.readFileSync('/proc/self/limits', 'utf8')) ?? []
    return limit === undefined ? null : Number(limit)
  } catch {
    return null
  }
}

const limit = openFiles()
if (limit !== null && limit < LEAST_OPEN_FILES) {
  // Beyond the limit, Node.js says that it cannot find a module.
  process.stderr.write(`integrationsbrief: only ${limit} files may be open at once, and it takes ${LEAST_OPEN_FILES} or more: raise the limit (ulimit -n 1024; systemd: LimitNOFILE=)\n`)
  process.exitCode = 1
} else {
  void import('./main.js')
}
