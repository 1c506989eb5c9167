import type { IssueContent } from '../content/content.js'
import { fileSize } from '../render/format-german.js'
import { BLOCK_NAMES } from '../content/blocks.js'
import type { RenderedIssue } from '../render/render.js'

/** Gmail clips a mail at 102 KB and hides what comes last, which is the unsubscribe link. */
const MAX_HTML = 90_000
const MAX_SUBJECT = 70

/** What an editor should look at again before sending, as German lines that begin with "Hinweis". */
export function warningsFor (content: IssueContent, rendered: RenderedIssue): string[] {
  const warnings: string[] = []
  const size = Buffer.byteLength(rendered.html)
  if (size > MAX_HTML) {
    warnings.push(`Die Mail ist mit ${fileSize(size)} größer als ${fileSize(MAX_HTML)}. Manche Postfächer schneiden sie ab und verbergen den Abmeldelink. Kürzen Sie Texte oder verweisen Sie auf eine Webseite.`)
  }
  if (rendered.subject.length > MAX_SUBJECT) {
    warnings.push(`Der Betreff ist mit ${rendered.subject.length} Zeichen lang. Viele Postfächer zeigen nur etwa ${MAX_SUBJECT}.`)
  }
  content.blocks.forEach((block, index) => {
    const where = `Block ${index + 1} (${BLOCK_NAMES[block.type]})`
    for (const day of daysOf(block)) {
      if (day.date.slice(0, 10) < content.date) warnings.push(`${where}: ${day.name} liegt vor dem Datum der Ausgabe.`)
    }
    if (block.type === 'article' && block.picture !== undefined && /\.(?:png|jpe?g|gif|webp)$/i.test(block.picture.alt)) {
      warnings.push(`${where}, Bild: Der Alternativtext sieht aus wie ein Dateiname. Beschreiben Sie, was zu sehen ist.`)
    }
  })
  return warnings.map(warning => `Hinweis: ${warning}`)
}

function daysOf (block: IssueContent['blocks'][number]): Array<{ name: string, date: string }> {
  if (block.type === 'funding_call') return [{ name: 'Die Frist', date: block.deadline }]
  if (block.type !== 'event') return []
  const days = block.dates.map((date, index) => ({ name: `Termin ${index + 1}`, date: date.start }))
  const deadline = block.registration?.deadline
  return deadline === undefined ? days : [...days, { name: 'Der Anmeldeschluss', date: deadline }]
}
