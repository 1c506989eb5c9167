import type { BlockKind } from '../blocks/block-kind.js'
import { kindOf } from '../blocks/registry.js'
import type { IssueContent } from '../content/content.js'
import { locationOf } from '../content/field-errors.js'
import { german } from '../render/format.js'
import type { RenderedIssue } from '../render/render.js'

/** Gmail clips a mail at 102 KB and hides its end, where the unsubscribe link is. */
const MAX_HTML = 90_000
const MAX_SUBJECT = 70
const FILE_NAME = /\.(?:png|jpe?g|gif|webp)$/i

/**
 * What an editor should look at again before sending, as German lines that begin with "Hinweis".
 */
export function warningsFor (kinds: readonly BlockKind[], content: IssueContent, rendered: RenderedIssue): string[] {
  const warnings = [
    ...sizeWarnings(rendered),
    ...content.blocks.flatMap((_, index) => blockWarnings(kinds, content, index))
  ]
  return warnings.map(warning => `Hinweis: ${warning}`)
}

function sizeWarnings ({ html, subject }: RenderedIssue): string[] {
  const size = Buffer.byteLength(html)
  const warnings: string[] = []
  if (size > MAX_HTML) {
    warnings.push(`Die Mail ist mit ${german.fileSize(size)} größer als ${german.fileSize(MAX_HTML)}. ` +
      'Manche Postfächer schneiden sie ab und verbergen den Abmeldelink. ' +
      'Kürzen Sie Texte oder verweisen Sie auf eine Webseite.')
  }
  if (subject.length > MAX_SUBJECT) {
    warnings.push(`Der Betreff ist mit ${subject.length} Zeichen recht lang. ` +
      `Viele Postfächer zeigen nur etwa ${MAX_SUBJECT}.`)
  }
  return warnings
}

function blockWarnings (kinds: readonly BlockKind[], content: IssueContent, index: number): string[] {
  const block = content.blocks[index]
  if (block === undefined) return []
  const where = (...fields: string[]): string => locationOf(kinds, ['blocks', index, ...fields], content)
  const warnings = kindOf(kinds, block).deadlines(block)
    .filter(({ date }) => date.slice(0, 10) < content.date)
    .map(({ name }) => `${where()}: ${name} liegt vor dem Datum der Ausgabe.`)
  if (FILE_NAME.test(block.picture?.alt ?? '')) {
    warnings.push(`${where('picture')}: Der Alternativtext sieht aus wie ein Dateiname. ` +
      'Beschreiben Sie, was zu sehen ist.')
  }
  return warnings
}
