import { planIssue } from '../../src/delivery/plan.js'
import { approve } from '../../src/issue/approval/approve-content.js'
import { readPicture } from '../../src/issue/file/picture.js'
import { packagePath } from '../../src/platform/package-path.js'
import { copyIssues } from '../support/issues.js'
import { testService, type TestService } from '../support/service.js'
import type { JudgedTest } from '../support/test.js'
import { content, issue, parts } from '../issue/sample.js'

const read = await readPicture(packagePath('templates', 'demo', 'bilder'), 'bruecke.png')
if (!read.ok) throw new Error(read.message)
const { picture: bridge } = read

/** A picture that issues may show. */
export const BRIDGE = {
  name: `${bridge.hash}.${bridge.extension}`, width: bridge.width, height: bridge.height, alt: 'Eine Brücke'
}

/** A service whose archive is looked at. */
export interface Publishing extends TestService {
  /** Approves an issue with these fields and blocks. It is not public yet. */
  approve: (fields: Record<string, unknown>, ...blocks: unknown[]) => Promise<number>
  /** The same, and starts sending it, which makes it public. */
  publish: (fields: Record<string, unknown>, ...blocks: unknown[]) => Promise<number>
  /** Copies a published issue so many times. */
  copy: (number: number, copies: number) => Promise<void>
  /** Asks for a page, later than anything stays fresh in memory. */
  read: (path: string) => Promise<{ status: number, body: string, headers: Record<string, unknown> }>
}

export async function publishing (t: JudgedTest): Promise<Publishing> {
  return publishingAt(await testService(t))
}

/** The same with a service that is there. */
export function publishingAt<Service extends TestService> (service: Service): Service & Publishing {
  const { app, pool, clock, config: { newsletter: { publicUrl } } } = service
  const deps = { ...service, ...parts, publicUrl }
  const approveOne: Publishing['approve'] = async (fields, ...blocks) => await approve(deps, {
    content: content({ ...issue(...blocks), ...fields }), pictures: [bridge], approver: 'Eva Muster'
  })
  return {
    ...service,
    approve: approveOne,
    async publish (fields, ...blocks) {
      const number = await approveOne(fields, ...blocks)
      await planIssue({ ...service, batchSize: 10 }, number)
      return number
    },
    copy: async (number, copies) => await copyIssues({ pool }, { number, copies }),
    async read (path) {
      clock.travel({ minutes: 1 })
      const { statusCode, payload, headers } = await app.inject(path)
      return { status: statusCode, body: payload, headers }
    }
  }
}

/** The headings of the list, in its order. */
export function titlesOn (body: string): string[] {
  return [...body.matchAll(/<h3><a[^>]*>([^<]*)/g)].map(([, title = '']) => title)
}
