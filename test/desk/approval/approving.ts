import type { Pool } from 'pg'
import type { Test } from 'tap'
import type { Role } from '../../../src/editor/account/role.js'
import { atDesk, type DeskUser } from '../drafts/writing.js'
import { testService, type TestService } from '../../support/service.js'

/** Somebody who writes and somebody who approves, and the demo issue as their draft. */
export interface Approving extends TestService {
  kim: DeskUser
  eva: DeskUser
  /** The path of the draft, and of what is done about its approval. */
  path: string
  draft: string
  /** Submits the draft; who is named is asked by mail. */
  submit: (an?: string) => Promise<void>
  /** Looks at the page and presses the button on it. */
  approve: (who?: DeskUser) => Promise<Awaited<ReturnType<DeskUser['post']>>>
  /** Changes the title of the draft. */
  retitle: (title: string, who?: DeskUser) => Promise<void>
}

export async function approving (t: Test, roles: Role[] = ['approve']): Promise<Approving> {
  const service = await testService(t)
  const kim = await atDesk(service, { name: 'Kim', roles: ['write'] })
  const eva = await atDesk(service, { name: 'Eva', roles })
  const { headers: { location } } = await kim.post('/redaktion/entwuerfe/beispiel')
  const path = String(location).replace(/\?.*/, '')
  const draft = path.split('/').at(-1) ?? ''
  return {
    ...service,
    kim,
    eva,
    path,
    draft,
    async submit (an = 'keine') {
      const { headers } = await kim.post(`${path}/einreichen`, { an })
      if (!/getan=(?:submitted|approved)/.test(String(headers.location))) throw new Error('not submitted')
    },
    async approve (who = eva) {
      return await who.post(`${path}/freigeben`, { hash: hashOn((await who.get(`${path}/freigabe`)).payload) })
    },
    async retitle (title, who = kim) {
      const { head, version } = await headOf(service.pool, draft)
      await who.post(`${path}/kopf`, { ...head, title, base: String(version) })
    }
  }
}

/** The hash of the mail that a page shows. */
export function hashOn (page: string): string {
  return /<code class="hash">([0-9a-f]{64})<\/code>/.exec(page)?.[1] ?? ''
}

async function headOf (pool: Pool, draft: string): Promise<{ head: Record<string, string>, version: number }> {
  const { rows: [row] } = await pool.query(
    'select subject, preheader, date, slug, version from draft where id = $1', [draft])
  const { version, ...head } = row as { version: number } & Record<string, string>
  return { head: head as Record<string, string>, version }
}
