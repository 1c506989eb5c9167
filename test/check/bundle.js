import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Where the scripts of the desk begin. What only some pages need, it imports when they need it. */
const ENTRY = join('src', 'desk', 'script', 'desk.ts')

/**
 * Bundles the desk's scripts for browsers into the folder of a build, beside the compiled code that
 * serves them. Files that only some pages load have a hash of their content in their name. Throws
 * if the scripts cannot be bundled.
 */
export async function bundleScripts (folder) {
  if (!existsSync(ENTRY)) return
  await build({
    entryPoints: [ENTRY],
    outdir: join(folder, 'src', 'desk', 'script'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    chunkNames: '[name]-[hash]',
    logLevel: 'warning'
  })
}
