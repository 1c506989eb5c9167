import { execFile } from 'node:child_process'
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { packagePath } from '../../src/platform/package-path.js'

export interface Chromium {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

const FOLDER = packagePath('node_modules', '.cache', 'integrationsbrief', 'chromium')

// Chromium refuses to start its sandbox as root and in most containers; what it opens here is our
// own.
const ARGS = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--font-render-hinting=none'
]

/**
 * A headless Chromium: the one that `CHROMIUM_PATH` names, or the one from npm with all it needs
 * (libraries, fonts), so that nothing has to be installed on the machine. Throws an Error of one
 * line where npm has none.
 */
export async function chromiumExecutable (): Promise<Chromium> {
  const set = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined
  const env = Object.fromEntries(Object.entries(process.env).filter(set))
  const own = env['CHROMIUM_PATH'] ?? ''
  if (own !== '') return { executablePath: own, args: ARGS, env }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const platform = `${process.platform}-${process.arch}`
    throw new Error(`there is no Chromium from npm for ${platform}: set CHROMIUM_PATH to one of your own`)
  }
  const executablePath = join(FOLDER, 'chromium')
  if (!await exists(executablePath)) await unpack()
  const libraries = [join(FOLDER, 'al2023', 'lib'), ...(env['LD_LIBRARY_PATH'] ?? '').split(':').filter(Boolean)]
  return {
    executablePath,
    args: ARGS,
    env: { ...env, LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: join(FOLDER, 'fonts.conf') }
  }
}

/**
 * Unpacks beside the folder and then gives it its name, since test files that start at once would
 * otherwise run each other's half-written program. The package unpacks into the folder for
 * temporary files, and its libraries only where it believes to be in Amazon's cloud.
 */
async function unpack (): Promise<void> {
  await mkdir(dirname(FOLDER), { recursive: true })
  const work = await mkdtemp(`${FOLDER}-`)
  try {
    const script = `await (await import('${import.meta.resolve('@sparticuz/chromium')}')).default.executablePath()`
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      env: { TMPDIR: work, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
    })
    await writeFile(join(work, 'fonts.conf'), `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(FOLDER, 'fonts')}</dir><cachedir>${join(FOLDER, 'fonts-cache')}</cachedir></fontconfig>
`)
    await rename(work, FOLDER)
  } catch (error) {
    // Another test file was faster.
    if (!await exists(join(FOLDER, 'chromium'))) throw error
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function exists (path: string): Promise<boolean> {
  return await access(path).then(() => true, () => false)
}
