import { createInterface, type ReadLineOptions } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { withResolvers } from '../platform/with-resolvers.js'
import { Interrupted } from './signals.js'

/**
 * Asks a question at the terminal; true for yes. Throws an Error of one line where nobody is there
 * to answer.
 */
export async function askWhether (question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error('nobody is there to be asked; --yes goes on without asking')
  return /^(?:y|yes|j|ja)$/i.test((await prompt(`${question} [y/N] `)).trim())
}

/**
 * One line: typed after a prompt, or all that a pipe holds. Throws an Error if that is more than
 * one line.
 */
export async function askLine (question: string): Promise<string> {
  if (!process.stdin.isTTY) {
    const lines = (await text(process.stdin)).split(/\r?\n/).filter(line => line.trim() !== '')
    if (lines.length > 1) throw new Error('standard input holds more than one line')
    return lines[0] ?? ''
  }
  return await prompt(question)
}

/**
 * The same for what nobody may see: it is not shown while it is typed, and standard output stays
 * free.
 */
export async function askSecret (question: string): Promise<string> {
  if (!process.stdin.isTTY) return await askLine(question)
  const hidden = new Writable({ write: (_, __, done) => done() })
  process.stderr.write(question)
  return await prompt('', { output: hidden, terminal: true }).finally(() => process.stderr.write('\n'))
}

/** Ctrl-C is a key while a question is open, not a signal. Throws an `Interrupted` all the same. */
async function prompt (question: string, options: Partial<ReadLineOptions> = {}): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, ...options })
  const { promise: interrupted, reject } = withResolvers<never>()
  terminal.once('SIGINT', () => {
    process.stderr.write('\n')
    reject(new Interrupted('SIGINT'))
  })
  try {
    return await Promise.race([terminal.question(question), interrupted])
  } finally {
    terminal.close()
  }
}
