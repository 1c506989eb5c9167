import { Parser, type Result } from 'tap-parser'

export interface Counts { passed: number, failed: number, skipped: number }

export interface TapListener {
  /** A test file has ended. */
  file: (result: Result, counts: Counts) => void
  /** A test or an assertion has failed; `path` leads from the file to it. */
  failure: (path: string[], result: Result) => void
  /** What a test has written between its results. */
  output: (text: string) => void
}

interface Node extends Counts { subtests: number }

/**
 * Counts the tests in a stream of TAP, and tells the listener as they end. A test is what has a
 * name and holds assertions; one that holds other tests stands for those. Whatever fails without a
 * failed test in it, as a file that crashes or a hook that throws, counts as a failed test.
 */
export function readTap (listener: TapListener): { parser: Parser, counts: Counts } {
  const parser = new Parser()
  return { parser, counts: watch(parser, [], listener) }
}

function watch (parser: Parser, path: string[], listener: TapListener): Node {
  const node: Node = { passed: 0, failed: 0, skipped: 0, subtests: 0 }
  let child: Node | null = null
  parser.on('child', subtest => {
    child = watch(subtest, [...path, subtest.name], listener)
  })
  parser.on('extra', text => listener.output(text))
  parser.on('bailout', () => { node.failed++ })
  parser.on('assert', result => {
    if (child !== null || isSkipped(result)) add(node, countTest(result, child))
    // An assertion outside of any test of a file, as where a file has run out of time.
    else if (!result.ok && path.length === 0) add(node, { passed: 0, failed: 1, skipped: 0 })
    const broken = !result.ok && !isSkipped(result) && (child === null || child.failed === 0)
    if (broken) listener.failure([...path, result.name], result)
    if (path.length === 0) listener.file(result, child ?? { passed: 0, failed: result.ok ? 0 : 1, skipped: 0 })
    child = null
  })
  return node
}

function countTest (result: Result, inside: Node | null): Counts {
  if (isSkipped(result)) return { passed: 0, failed: 0, skipped: 1 }
  const { passed = 0, failed = 0, skipped = 0, subtests = 0 } = inside ?? {}
  if (subtests === 0) return { passed: result.ok ? 1 : 0, failed: result.ok ? 0 : 1, skipped: 0 }
  return { passed, failed: !result.ok && failed === 0 ? 1 : failed, skipped }
}

function add (node: Node, { passed, failed, skipped }: Counts): void {
  node.subtests++
  node.passed += passed
  node.failed += failed
  node.skipped += skipped
}

function isSkipped (result: Result): boolean {
  return Boolean(result.skip) || Boolean(result.todo)
}
