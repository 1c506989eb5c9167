import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'

/** Asks a question at the terminal; true for yes. Throws an Error of one line where nobody is there to answer. */
export async function askWhether (question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error('nobody is there to be asked; --yes goes on without asking')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^(?:y|yes|j|ja)$/i.test((await terminal.question(`${question} [y/N] `)).trim())
  } finally {
    terminal.close()
  }
}

/** One line: typed after a prompt, or all that a pipe holds. Throws an Error if that is more than one line. */
export async function askLine (prompt: string): Promise<string> {
  if (!process.stdin.isTTY) {
    const lines = (await text(process.stdin)).split(/\r?\n/).filter(line => line.trim() !== '')
    if (lines.length > 1) throw new Error('standard input holds more than one line')
    return lines[0] ?? ''
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await terminal.question(prompt)
  } finally {
    terminal.close()
  }
}
