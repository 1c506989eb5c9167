import { Parser, type Result } from 'tap-parser'

export interface Counts { passed: number, failed: number, skipped: number }

export interface TapListener {
  /** A test file has ended; `milliseconds` is null where it did not end by itself. */
  file: (name: string, ok: boolean, milliseconds: number | null, counts: Counts) => void
  /** A test or an assertion has failed; `path` leads from the file to it. */
  failure: (path: string[], result: Result) => void
  /** What a test has written between its results. */
  output: (text: string) => void
}

interface Node extends Counts { tests: number, failures: number }

/**
 * Counts the tests in a stream of TAP, and tells the listener as they end. A test is what has a
 * name and holds assertions; one that holds other tests stands for those. Whatever fails without a
 * failed test in it, as a file that crashes or a hook that throws, counts as a failed test.
 */
export function readTap (listener: TapListener): { parser: Parser, counts: Counts } {
  const parser = new Parser()
  const counts = newNode()
  const files = new Set<string>()
  watch(parser, [], listener, (result, child) => {
    // The result of a file that has run out of time is named "timeout!", and may come once more at
    // the end.
    const name = ((result.diag || {}) as { expired?: string }).expired ?? result.name
    if (files.has(name)) return
    files.add(name)
    const file = newNode()
    addTest(file, result, child)
    addTest(counts, result, child)
    listener.file(name, result.ok, result.time, file)
  })
  parser.on('bailout', () => { counts.failed++ })
  return { parser, counts }
}

function watch (
  parser: Parser,
  path: string[],
  listener: TapListener,
  onResult: (result: Result, child: Node | null) => void
): void {
  let child: Node | null = null
  parser.on('child', subtest => {
    const node = newNode()
    child = node
    watch(subtest, [...path, subtest.name], listener, (result, grandchild) => {
      if (grandchild !== null || isSkipped(result)) addTest(node, result, grandchild)
      if (!result.ok && !isSkipped(result)) node.failures++
    })
  })
  parser.on('extra', text => listener.output(text))
  parser.on('assert', result => {
    const first = !result.ok && !isSkipped(result) && (child === null || child.failures === 0)
    if (first) listener.failure([...path, result.name], result)
    onResult(result, child)
    child = null
  })
}

/** Counts a test that has ended with `result`: by the tests in it, if there are any. */
function addTest (node: Node, result: Result, inside: Node | null): void {
  node.tests++
  if (isSkipped(result)) {
    node.skipped++
  } else if (inside === null || inside.tests === 0) {
    node[result.ok ? 'passed' : 'failed']++
  } else {
    node.passed += inside.passed
    node.skipped += inside.skipped
    node.failed += result.ok ? inside.failed : Math.max(inside.failed, 1)
  }
}

function newNode (): Node {
  return { passed: 0, failed: 0, skipped: 0, tests: 0, failures: 0 }
}

function isSkipped (result: Result): boolean {
  return Boolean(result.skip) || Boolean(result.todo)
}
