import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '../../src/config.js'
import { appendAudit, witnessOf } from '../../src/editor/audit/audit.js'
import { writeComment } from '../../src/issue/draft/comment.js'
import { beginDraft, beginningOf, type Beginning } from '../../src/issue/draft/create-draft.js'
import { nameVersion } from '../../src/issue/draft/name-version.js'
import { readDraft, type Draft } from '../../src/issue/draft/read-draft.js'
import { systemClock as clock } from '../../src/platform/clock.js'
import { createKeyring, parseMasterKeys } from '../../src/platform/crypto/keyring.js'
import { demoIssue } from '../issue/sample.js'
import { copyIssues } from '../support/issues.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { PUBLIC_URL, type Stage } from './stage.js'

/** A desk in full use. */
export interface Desk {
  /** The token of the session of each person. */
  sessions: string[]
  drafts: Draft[]
}

interface Size { people: number, issues: number, drafts: number, blocks: number }

/** Some lines of the audit for each issue. */
const LINES_AN_ISSUE = 5

/** Fills the desk: issues that were sent, drafts with comments and versions, people, the audit. */
export async function fillDesk ({ pool, keys, number, settings, folder }: Stage, size: Size): Promise<Desk> {
  const keyring = createKeyring(parseMasterKeys(keys))
  const config = readConfig({ PUBLIC_URL })
  const sessions: string[] = []
  const ids: string[] = []
  for (let person = 0; person < size.people; person++) {
    const { id } = await addEditor({ pool, keys: keyring, clock }, {
      name: `Person ${person}`, roles: ['write', 'approve', 'administer']
    })
    ids.push(id)
    sessions.push(await sessionOf({ pool, clock, config }, id))
  }
  await copyIssues({ pool }, { number, copies: size.issues - 1 })
  await writeAudit({ pool }, ids, size.issues * LINES_AN_ISSUE)
  const drafts: Draft[] = []
  for (let count = 0; count < size.drafts; count++) {
    drafts.push(await writeDraft({ pool }, { editor: ids[count % ids.length] ?? '', count, blocks: size.blocks }))
  }
  await pool.query('vacuum analyze')
  await writeToDisk(settings, folder)
  return { sessions, drafts }
}

/** Otherwise the server writes a million readers to the disk while pages are measured. */
async function writeToDisk ({ DATABASE_URL = '' }: Stage['settings'], folder: string): Promise<void> {
  const password = (await readFile(join(folder, 'postgres', 'superuser-password'), 'utf8')).trim()
  const connectionString = Object.assign(new URL(DATABASE_URL), { username: 'postgres', password }).href
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('checkpoint')
  await client.end()
}

type Deps = Pick<Stage, 'pool'>

async function writeAudit ({ pool }: Deps, actors: readonly string[], lines: number): Promise<void> {
  for (let line = 0; line < lines; line++) {
    const actor = actors[line % actors.length] ?? ''
    await appendAudit({ db: pool, clock }, { actor, action: 'draft.exported', details: { draft: String(line) } })
  }
}

async function writeDraft (
  { pool }: Deps, { editor, count, blocks }: { editor: string, count: number, blocks: number }
): Promise<Draft> {
  const { head, blocks: all } = beginningOf(await demoIssue())
  const others = all.filter(({ kind }) => kind !== 'table_of_contents')
  const own = Array.from({ length: blocks }, (_, place) => {
    const block = (place < all.length ? all[place] : others[place % others.length]) as Beginning['blocks'][number]
    const headline = `Artikel ${place} in Entwurf ${count}`
    return block.kind === 'article' ? { ...block, fields: { ...block.fields, headline } } : block
  })
  const acting = { pool, clock, editor, witness: witnessOf({ clock }, editor) }
  const draft = await beginDraft(acting, pool, { head: { ...head, title: `Entwurf ${count}` }, blocks: own })
  for (const text of ['Bitte kürzen.', 'Stimmt der Termin?']) {
    await writeComment(acting, { draft, block: null, text })
  }
  await nameVersion(acting, { draft, name: 'Erste Fassung' })
  const read = await readDraft({ pool }, draft)
  if (read === null) throw new Error('the draft is not there')
  return read
}
