import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { buildApp } from '../../src/app.js'
import { readConfig } from '../../src/config.js'
import { witnessOf } from '../../src/editor/audit/audit.js'
import { addBlock } from '../../src/issue/draft/add-block.js'
import { createDraft } from '../../src/issue/draft/create-draft.js'
import { otherTexts } from '../../src/issue/draft/other-text.js'
import { readDraft } from '../../src/issue/draft/read-draft.js'
import { CleanupStack } from '../../src/platform/cleanup-stack.js'
import { systemClock as clock } from '../../src/platform/clock.js'
import { createKeyring, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { freePort } from '../../src/platform/free-port.js'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'
import { testDatabase } from '../support/database.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { asTest } from '../support/test.js'
import { createWriter, type Writer } from './draft-writer.js'

const WRITERS = 8
/** Fewer than writers, so that they meet. */
const BLOCKS = 3

/**
 * Eight people write in one draft at random moments, with slow answers, lost answers and repeated
 * requests. Returns whether every text that was answered "saved", or "kept", is found again: in the
 * working copy or in a kept other text.
 */
export async function drafts (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: { seconds: { type: 'string', default: '120' }, json: { type: 'boolean', default: false } }
  })
  const cleanup = new CleanupStack()
  try {
    const result = await run(cleanup, Number(values.seconds))
    if (!values.json) console.log(`${result.saves} saves and ${result.conflicts} conflicts by ${WRITERS} writers`)
    console.log(JSON.stringify(result))
    return result.lost === 0
  } finally {
    await cleanup.run()
  }
}

interface Result { writers: number, saves: number, conflicts: number, lost: number }

async function run (cleanup: CleanupStack, seconds: number): Promise<Result> {
  const { url, pool } = await testDatabase(asTest(cleanup))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const config = readConfig({ PUBLIC_URL: origin })
  const keys = createKeyring([newMasterKey()])
  const log = pino({ level: 'error' })
  const app = await buildApp({
    config, databaseUrl: url, keys, log, fill: createTemplates(de), writeJournal: async () => {}, clock
  })
  cleanup.add(async () => await app.close())
  await app.listen({ port, host: '127.0.0.1' })

  const { id: editor } = await addEditor({ pool, keys, clock })
  const deps = { pool, clock, editor, witness: witnessOf({ clock }, editor) }
  const draft = await createDraft(deps, { title: 'Acht schreiben' })
  const blocks: string[] = []
  for (let count = 0; count < BLOCKS; count++) {
    const added = await addBlock(deps, { draft, kind: 'article' })
    if (added.result === 'added') blocks.push(added.block)
  }

  const writers: Writer[] = []
  for (let number = 0; number < WRITERS; number++) {
    const { id } = await addEditor({ pool, keys, clock }, { name: `Person ${number}` })
    const token = await sessionOf({ pool, clock, config }, id)
    writers.push(createWriter({ number, address: `${origin}/redaktion/entwuerfe/${draft}`, token, blocks }))
  }
  await Promise.all(writers.map(async writer => await writer.write(seconds * 1000)))

  const found = await everything({ pool }, draft)
  const promised = writers.flatMap(writer => writer.promised)
  const lost = promised.filter(mark => !found.includes(mark))
  if (lost.length > 0) console.error(`lost: ${lost.slice(0, 20).join(' ')}`)
  const sum = (of: (writer: Writer) => number): number => writers.reduce((total, writer) => total + of(writer), 0)
  return {
    writers: WRITERS,
    saves: sum(({ counts }) => counts.saves),
    conflicts: sum(({ counts }) => counts.conflicts),
    lost: lost.length
  }
}

/** All that is stored of the draft's texts. */
async function everything (deps: Parameters<typeof otherTexts>[0], draft: string): Promise<string> {
  return JSON.stringify([await readDraft(deps, draft), await otherTexts(deps, draft)])
}
