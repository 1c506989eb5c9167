import t, { type Test } from 'tap'
import { readTap } from './tap-results.js'
import { runFiles } from './run-files.js'

const TAP = (...lines: string[]): string => lines.map(line => `console.log(${JSON.stringify(line)})`).join('\n')

/** Runs scripts as test files, and returns what is told of them, sorted. */
async function run (
  t: Test, scripts: Record<string, string>, { jobs = 2, stopping = new AbortController().signal } = {}
): Promise<string[]> {
  const cwd = t.testdir(scripts)
  const told: string[] = []
  const { parser, counts } = readTap({
    file: (name, ok, milliseconds, { passed, failed }) =>
      told.push(`${name} ${ok} ${passed}/${failed}${milliseconds === null ? '' : ' timed'}`),
    failure: (path, { diag }) => told.push(`${path.join(' > ')}: ${JSON.stringify(diag)}`),
    output: () => {}
  })
  const tap = runFiles({
    files: Object.keys(scripts), jobs, timeoutSeconds: 30, cwd, stopping, env: { PATH: process.env['PATH'] }
  })
  await new Promise(resolve => {
    parser.on('complete', resolve)
    tap.pipe(parser)
  })
  return [...told, `${counts.passed}/${counts.failed}`].sort()
}

t.test('each file is a process of its own, and what it says of its tests is told', async t => {
  t.same(await run(t, {
    'a.mjs': TAP('TAP version 14', '# Subtest: one', '    ok 1 - x', '    1..1', 'ok 1 - one', '1..1'),
    'b.mjs': TAP('TAP version 14', '# Subtest: two', '    not ok 1 - y', '    1..1', 'not ok 1 - two', '1..1') +
      '\nprocess.exitCode = 1'
  }), ['1/1', 'a.mjs true 1/0 timed', 'b.mjs > two > y: null', 'b.mjs false 0/1 timed'])
})

t.test('a file that dies, that is killed, or in which there is no test has failed', async t => {
  const [counts, ...told] = await run(t, {
    'dies.mjs': TAP('TAP version 14', 'ok 1 - x', '1..1') + '\nprocess.exitCode = 3',
    'killed.mjs': TAP('TAP version 14', 'ok 1 - x') +
      '\nprocess.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1e6)',
    'empty.mjs': '',
    'planned.mjs': TAP('TAP version 14', '1..0')
  })
  t.equal(counts, '0/4')
  const failed = told.filter(line => / false /.test(line)).map(line => line.split(' ')[0])
  t.same(failed, ['dies.mjs', 'empty.mjs', 'killed.mjs', 'planned.mjs'])
  t.match(told.join('\n'), /dies\.mjs: .*"exitCode":3/)
  t.match(told.join('\n'), /killed\.mjs: .*SIGKILL/)
  t.match(told.join('\n'), /empty\.mjs: .*no plan, and exit code 0/)
})

t.test('who stops a run ends the files that run, and no other is begun', async t => {
  const stop = new AbortController()
  const hangs = TAP('TAP version 14', 'ok 1 - x') + '\nsetInterval(() => {}, 1e6)'
  const running = run(t, { 'a.mjs': hangs, 'b.mjs': hangs }, { jobs: 1, stopping: stop.signal })
  stop.abort()
  t.same((await running).filter(line => / false /.test(line)), ['a.mjs false 0/1 timed'])
})

t.end()
