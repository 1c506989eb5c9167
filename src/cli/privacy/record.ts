import { Command } from 'commander'
import { firstValues, processingFacts } from '../../config.js'
import { systemClock } from '../../platform/clock.js'
import { checkSchema } from '../../platform/database/migrate.js'
import { createHouse } from '../../platform/newsletter/house.js'
import { toMarkdown } from '../../privacy/record/document.js'
import { writeErasureConcept, writeRecord } from '../../privacy/record/write-documents.js'
import { say, withDatabase } from '../command.js'

const HELP = `
Both are German documents in Markdown, made of the rules that run, of the database as it is, and of what
the house says of itself. The desk shows the same at /redaktion/datenschutz, to be printed.`

/** `privacy record`: the record of processing and the erasure concept. */
export function recordCommand (): Command {
  return new Command('record').description('print the record of processing (Art. 30 GDPR) and the erasure concept')
    .option('--json', 'as one JSON document').addHelpText('after', HELP)
    .action(async ({ json = false }: { json?: boolean }) => {
      await withDatabase(async ({ config, pool }) => {
        await checkSchema({ pool })
        const house = createHouse({ pool, clock: systemClock, first: firstValues(config) })
        const deps = { pool, clock: systemClock, house, facts: processingFacts(config) }
        const [record, concept] = [await writeRecord(deps), await writeErasureConcept(deps)]
        say(json ? JSON.stringify({ record, concept }, null, 2) : `${toMarkdown(record)}\n${toMarkdown(concept)}`)
      })
    })
}
