import { join } from 'node:path'

/**
 * The package's own folder, found from the compiled file (`build/src/platform/package-path.js`).
 */
const packageRoot = join(import.meta.dirname, '..', '..', '..')

/** The absolute path of something the package ships, such as `templates/pages`. */
export function packagePath (...parts: string[]): string {
  return join(packageRoot, ...parts)
}

/**
 * The absolute path of something that the build makes beside the compiled code, such as
 * `desk/script`.
 */
export function builtPath (...parts: string[]): string {
  return join(import.meta.dirname, '..', ...parts)
}
