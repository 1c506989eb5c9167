import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import pg from 'pg'
import { createKeyring, parseMasterKeys } from '../../src/platform/crypto/keyring.js'
import { fingerprints, sealAddress } from '../../src/platform/crypto/seal.js'
import { uuidToBytes } from '../../src/platform/crypto/uuid.js'

const THREADS = 2
const ROWS = 5_000
/** Id, fingerprint, seal. All addresses are equally long, so all records are. */
const [ID, INDEX, SEALED] = [16, 32, 61]

/**
 * Fills the table of subscribers with confirmed readers. Records go to the server as one block of
 * bytes that is cut up there, which takes a third of the time that arrays take; a million needs
 * about a minute on two cores.
 */
export async function seedSubscribers (
  { url, keys, count }: { url: string, keys: string, count: number }
): Promise<void> {
  await withClient(url, async client => {
    await client.query('insert into consent_text (hash, wording, first_shown_at) values (\'\\x00\', \'bench\', now())')
  })
  await Promise.all(Array.from({ length: THREADS }, async (_, thread) => {
    const from = Math.floor(count * thread / THREADS)
    const to = Math.floor(count * (thread + 1) / THREADS)
    await once(new Worker(new URL(import.meta.url), { workerData: { url, keys, from, to } }), 'message')
  }))
  // What the filling left behind is not the mailer's to clear up.
  await withClient(url, async client => {
    await client.query('vacuum analyze subscriber')
  })
}

interface Part { url: string, keys: string, from: number, to: number }

async function insert ({ url, keys: masterKeys, from, to }: Part): Promise<void> {
  const keys = createKeyring(parseMasterKeys(masterKeys))
  await withClient(url, async client => {
    await client.query('set synchronous_commit = off')
    const size = ID + INDEX + SEALED
    for (let start = from; start < to; start += ROWS) {
      const rows = Math.min(ROWS, to - start)
      const block = Buffer.alloc(rows * size)
      for (let row = 0; row < rows; row++) {
        const address = `leser${String(start + row).padStart(8, '0')}@beispiel.example`
        const id = randomUUID()
        uuidToBytes(id).copy(block, row * size)
        fingerprints(keys, address)[0].copy(block, row * size + ID)
        const sealed = sealAddress(keys, id, address)
        if (sealed.length !== SEALED) throw new Error(`a seal has ${sealed.length} bytes`)
        sealed.copy(block, row * size + ID + INDEX)
      }
      await client.query(
        `insert into subscriber (id, address_index, address_sealed, state, consent_text_id, requested_at, confirmed_at)
         select encode(substring($1::bytea from at + 1 for ${ID}), 'hex')::uuid,
                substring($1::bytea from at + ${ID + 1} for ${INDEX}),
                substring($1::bytea from at + ${ID + INDEX + 1} for ${SEALED}),
                'active', (select min(id) from consent_text), now(), now()
         from generate_series(0, $2::int, ${size}) at`, [block, block.length - size])
    }
  })
}

async function withClient (url: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}

if (!isMainThread) {
  await insert(workerData as Part)
  parentPort?.postMessage('done')
}
