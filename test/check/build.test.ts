import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { packagePath } from '../../src/platform/package-path.js'
import { startCommand } from '../support/cli.js'

const settings = (rootDir: string, ...include: string[]): string => JSON.stringify({
  compilerOptions: { module: 'nodenext', types: [], rootDir, outDir: `${rootDir}/build`, strict: true },
  include,
  exclude: [`${rootDir}/src/desk/script`]
})

/** A project like ours, with a program of one line and an old build of it. */
function project (t: Test) {
  const folder = t.testdir({
    'tsconfig.json': settings('.', 'src', 'test'),
    src: { 'tsconfig.json': settings('..', '.'), 'bin.cts': 'export const version = 2\n' },
    test: { 'run.ts': 'export {}\n' },
    build: { src: { 'bin.cjs': 'old', 'gone.js': 'old' } },
    node_modules: t.fixture('symlink', packagePath('node_modules'))
  })
  return {
    folder,
    build: async (what: string) => {
      const program = packagePath('test', 'check', 'build.js')
      return await startCommand(t, [process.execPath, program, what], {}, folder).ended
    },
    built: () => {
      const names = readdirSync(join(folder, 'build'), { recursive: true }) as string[]
      return names.filter(name => name.endsWith('js')).sort()
    }
  }
}

t.test('a build replaces the old one as a whole', async t => {
  const { folder, build, built } = project(t)
  t.equal((await build('src')).code, 0)
  t.same(built(), ['src/bin.cjs'])
  t.match(readFileSync(join(folder, 'build', 'src', 'bin.cjs'), 'utf8'), 'version = 2')
})

t.test('scripts for browsers are bundled beside what serves them; parts of them are loaded on demand', async t => {
  const { folder, build, built } = project(t)
  const script = join(folder, 'src', 'desk', 'script')
  mkdirSync(join(script, 'browser-check'), { recursive: true })
  writeFileSync(join(script, 'browser-check', 'frame.ts'), "import { name } from '../part.js'\nalert(name)\n")
  writeFileSync(join(script, 'desk.ts'), "const { name }: { name: string } = await import('./part.js')\nalert(name)\n")
  writeFileSync(join(script, 'part.ts'), "export const name = 'Teil'\n")
  t.equal((await build('src')).code, 0)
  const [frame = '', whole = '', part = '', ...rest] = built().filter(name => name.startsWith('src/desk/'))
  t.same([frame, whole, rest], ['src/desk/script/check-frame.js', 'src/desk/script/desk.js', []])
  t.notMatch(readFileSync(join(folder, 'build', frame), 'utf8'), /import|export/, 'the script of a frame is one file')
  t.match(part, /^src\/desk\/script\/part-[0-9A-Z]+\.js$/)
  t.match(readFileSync(join(folder, 'build', whole), 'utf8'), `import("./${part.split('/').at(-1)}")`)

  writeFileSync(join(script, 'part.ts'), 'export const name = \n')
  t.not((await build('src')).code, 0, 'scripts that cannot be bundled fail the build')
  t.ok(built().includes(part), 'which leaves the old one')
})

t.test('a build that fails leaves the old one as it was, and nothing else', async t => {
  const { folder, build, built } = project(t)
  writeFileSync(join(folder, 'src', 'bin.cts'), 'export const version: number = "two"\n')
  const before = readdirSync(folder)
  const { code, stdout } = await build('src')
  t.not(code, 0)
  t.match(stdout, /bin\.cts.*error TS2322/)
  t.same(built(), ['src/bin.cjs', 'src/gone.js'])
  t.same(readdirSync(folder), before)
})

t.test('of two builds at once one stays, and it is whole', async t => {
  const { folder, build, built } = project(t)
  const ended = await Promise.all(['src', '.'].map(build))
  t.same(ended.map(({ code }) => code), [0, 0])
  t.ok([['src/bin.cjs'], ['src/bin.cjs', 'test/run.js']].some(whole => whole.join() === built().join()), built().join())
  t.notOk(readdirSync(folder).some(name => name.startsWith('.build')))
})
