import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { packagePath } from '../../../src/platform/package-path.js'

/**
 * Gives a page what `source`, an ES module beside package.json, exports, as `window.ours`. The page
 * must have no policy that forbids it.
 */
export async function addScript (page: Page, source: string): Promise<void> {
  const { outputFiles: [bundle] } = await build({
    stdin: { contents: source, resolveDir: packagePath() },
    bundle: true,
    format: 'iife',
    globalName: 'ours',
    write: false
  })
  await page.evaluate(`${bundle?.text ?? ''}; window.ours = ours`)
}
