import type { Pool } from 'pg'
import { approve } from '../../src/issue/approval/approve-content.js'
import { systemClock } from '../../src/platform/clock.js'
import { readPublisher } from '../../src/platform/newsletter/publisher.js'
import { packagePath } from '../../src/platform/package-path.js'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'
import { demoIssue } from '../issue/sample.js'
import { steadyHouse } from '../support/house.js'

/**
 * Approves an issue of one block of the demo issue, whose mail has a good 30 KB: most of that is
 * what every issue has. (The whole demo issue has 80 KB.)
 */
export async function approveBenchIssue (pool: Pool, publicUrl: string): Promise<number> {
  const demo = await demoIssue()
  const publisher = readPublisher(packagePath('templates', 'publisher.yaml'))
  const content = { ...demo, blocks: demo.blocks.filter(block => block.type === 'press_contact') }
  const deps = { pool, clock: systemClock, fill: createTemplates(de), house: steadyHouse(publisher), publicUrl }
  return await approve(deps, { content, pictures: [], approver: 'Eva Muster' })
}
