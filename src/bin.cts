#!/usr/bin/env node
import os = require('node:os')

// Node.js signs in a pool of four threads, whatever the machine has; on two cores, four of them crowd out the main thread and
// cost a tenth of the mailer's rate. The pool reads its size when it is first used, and loading an ES module
// uses it: that is why the program is entered by a CommonJS one. Whoever sets the size has the last word.
process.env['UV_THREADPOOL_SIZE'] ??= String(Math.max(2, os.availableParallelism()))

void import('./main.js')
