import { BLOCK_KINDS } from '../blocks/registry.js'
import { lookUpLinks, type LookUpDeps } from '../checks/look-up-links.js'
import { de } from '../../texts/de.js'
import { locationOf } from '../content/field-errors.js'
import { readIssueFile } from './read-file.js'

/**
 * How the links of an issue's file are, as German lines: one for each that is not fine, and a last
 * one with their number. Empty if the file cannot be read; its check says why.
 */
export async function linkLines (deps: LookUpDeps, file: string): Promise<string[]> {
  const { kinds = BLOCK_KINDS } = deps
  const read = await readIssueFile(file, kinds)
  if (!read.ok) return []
  const links = await lookUpLinks(deps, read.content)
  const lines = links.flatMap(({ block, field, href, condition, message }) => {
    if (condition === 'fine' || message === null) return []
    const where = block === null ? '' : `${locationOf(kinds, ['blocks', block, ...field], read.content)}: `
    return [`${de.drafts.linkConditions[condition]}: ${where}${href} – ${message}`]
  })
  return [...lines, `${links.length} Links nachgeschlagen, ${links.length - lines.length} davon in Ordnung.`]
}
