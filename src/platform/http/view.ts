import type { Publisher } from '../newsletter/publisher.js'
import type { FillTemplate } from '../templates.js'
import type { AssetUrls } from './assets.js'
import { basePath } from './base-path.js'

/** Fills `templates/<name>.liquid`, with the layout around it, to a whole HTML page. */
export type View = (name: string, data?: Readonly<Record<string, unknown>>) => Promise<string>

export interface ViewDeps {
  readonly fill: FillTemplate
  /** Where readers find the service, for the few addresses that must be absolute. No slash at the end. */
  readonly publicUrl: string
  readonly publisher: Publisher
  readonly assets: AssetUrls
}

/**
 * Makes the view that all public pages share. Every template knows `publisher`, `publicUrl`,
 * `assets` and `base`, which comes before every path of ours; a page's own data cannot replace them. Throws where a template asks for a field that
 * its data lacks. The caller sets the content type, which must name utf-8.
 */
export function createView ({ fill, publicUrl, publisher, assets }: ViewDeps): View {
  const common = { publicUrl, base: basePath(publicUrl), publisher, assets }
  return async (name, data = {}) => await fill(`${name}.liquid`, { ...data, ...common })
}
