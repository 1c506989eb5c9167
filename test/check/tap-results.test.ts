import t from 'tap'
import { readTap } from './tap-results.js'

/**
 * What the last line, the lines of the files and the lines of the failures would say of some TAP.
 */
async function read (tap: string) {
  const files: string[] = []
  const failures: string[] = []
  const { parser, counts } = readTap({
    file: (name, ok, _, { passed, failed, skipped }) => files.push(`${name} ${ok} ${passed}/${failed}/${skipped}`),
    failure: path => failures.push(path.join(' > ')),
    output: () => {}
  })
  await new Promise(resolve => {
    parser.on('complete', resolve)
    parser.end(`TAP version 14\n${tap}`)
  })
  const { passed, failed, skipped } = counts
  return { counts: { passed, failed, skipped }, files, failures }
}

t.test('a test counts once, however many assertions it holds', async t => {
  t.match(await read(`# Subtest: a.js
    # Subtest: one
        ok 1 - x
        ok 2 - y
        1..2
    ok 1 - one
    # Subtest: without assertion
        1..0
    ok 2 - without assertion
    1..2
ok 1 - a.js
1..1
`), { counts: { passed: 2, failed: 0, skipped: 0 }, files: ['a.js true 2/0/0'] })
})

t.test('a test that holds tests stands for those, and what is skipped is counted', async t => {
  t.match(await read(`# Subtest: a.js
    # Subtest: group
        # Subtest: inner
            ok 1 - x
            1..1
        ok 1 - inner
        # Subtest: broken
            not ok 1 - y
            1..1
        not ok 2 - broken
        ok 3 - later # SKIP no browser
        ok 4 - some day # TODO
        1..4
    not ok 1 - group
    1..1
not ok 1 - a.js
1..1
`), {
    counts: { passed: 1, failed: 1, skipped: 2 },
    files: ['a.js false 1/1/2'],
    failures: ['a.js > group > broken > y']
  })
})

t.test('a file without named tests is one test', async t => {
  const passing = await read('# Subtest: a.js\n    ok 1 - x\n    ok 2 - y\n    1..2\nok 1 - a.js\n1..1\n')
  t.match(passing.counts, { passed: 1, failed: 0 })
})

t.test('a file that crashes, after its tests or before them, is a failure', async t => {
  t.match(await read(`# Subtest: a.js
    # Subtest: one
        ok 1 - x
        1..1
    ok 1 - one
    1..1
not ok 1 - a.js
# Subtest: b.js
    1..0 # no tests found
not ok 2 - b.js
1..2
`), { counts: { passed: 1, failed: 2 }, failures: ['a.js', 'b.js'] })
})

t.test('a file that runs out of time is one failure, under its own name', async t => {
  t.match(await read(`# Subtest: a.js
    # Subtest: one
        ok 1 - x
        1..1
    ok 1 - one
not ok 1 - timeout!
  ---
  expired: a.js
  ...
not ok 2 - timeout!
  ---
  expired: a.js
  ...
1..2
`), { counts: { passed: 1, failed: 1 }, files: ['a.js false 1/1/0'] })
})
