import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const SCRIPTS = join('src', 'desk', 'script')

const COMMON = { bundle: true, target: 'es2022', minify: true, charset: 'utf8', logLevel: 'warning' }

/**
 * Bundles the desk's scripts for browsers into the folder of a build, beside the compiled code that
 * serves them. `desk.js` is where they begin: what only some pages need, it imports when they need
 * it, and such files have a hash of their content in their name. `check-frame.js` is all that runs
 * in the frame of a check, so that it is one file. Throws if the scripts cannot be bundled.
 */
export async function bundleScripts (folder) {
  if (!existsSync(SCRIPTS)) return
  const outdir = join(folder, SCRIPTS)
  await build({
    ...COMMON,
    entryPoints: [join(SCRIPTS, 'desk.ts')],
    outdir,
    splitting: true,
    format: 'esm',
    legalComments: 'none',
    chunkNames: '[name]-[hash]'
  })
  await build({
    ...COMMON,
    entryPoints: [join(SCRIPTS, 'browser-check', 'frame.ts')],
    outfile: join(outdir, 'check-frame.js'),
    format: 'iife',
    // The licence of axe asks that it goes with it.
    legalComments: 'eof'
  })
}
