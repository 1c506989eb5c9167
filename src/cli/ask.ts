import { createInterface } from 'node:readline/promises'

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
