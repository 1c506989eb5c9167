import { execFile } from 'node:child_process'
import { existsSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { packagePath } from '../../src/platform/package-path.js'
import { dataFolder, startCommand } from '../support/cli.js'
import { testDatabase } from '../support/database.js'

const execute = promisify(execFile)

t.test('npm start runs what was shipped as it is, and SIGTERM ends it', async t => {
  const folder = t.testdir()
  // Without its scripts: the tests run from the build that it would replace.
  await execute('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: packagePath() })
  const [archive = ''] = readdirSync(folder)
  await execute('tar', ['-xzf', archive], { cwd: folder })
  const shipped = join(folder, 'package')
  t.notOk(existsSync(join(shipped, 'src')))
  symlinkSync(packagePath('node_modules'), join(shipped, 'node_modules'))
  const files = (): string[] => (readdirSync(join(shipped, 'build'), { recursive: true }) as string[]).sort()
  const before = files()

  const { url: DATABASE_URL } = await testDatabase(t)
  const settings = { DATABASE_URL, SMTP_URL: 'smtp://127.0.0.1:1', DATA_DIR: await dataFolder(t), PORT: '0' }
  const program = startCommand(t, ['npm', 'start'], settings, shipped)
  await program.says('/abonnieren')
  t.same(files(), before)
  const { code, stderr } = await program.end('SIGTERM')
  t.equal(code, 0)
  t.match(stderr, '"msg":"ended"')
})
