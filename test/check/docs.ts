import { readFile, writeFile } from 'node:fs/promises'
import { packagePath } from '../../src/platform/package-path.js'
import { checksList } from './checks-list.js'
import { issueFormat } from './issue-format.js'
import { withRefusalTables } from './refusal-tables.js'

await writeFile(packagePath('docs', 'issue-format.md'), issueFormat())
await writeFile(packagePath('docs', 'checks.md'), checksList())

const bounces = packagePath('docs', 'bounces.md')
await writeFile(bounces, withRefusalTables(await readFile(bounces, 'utf8')))
