import fc from 'fast-check'
import t, { type Test } from 'tap'
import type {
  Block, Inline, List, ListItem, Mark, Paragraph, Quotation, RichText
} from '../../src/issue/rich-text/document.js'
import { richTextHtml } from '../../src/issue/rich-text/html.js'
import { toMarkdown } from '../../src/issue/rich-text/markdown.js'
import { launchBrowser } from '../support/browser.js'
import { addScript } from './support/browser-script.js'
import { meaning } from './support/markdown-meaning.js'

// Markdown → HTML, by the server's parser → the editor's document → Markdown. What comes back must
// be the same to the parser. RUNS=20000 looks longer than the suite does.

const RUNS = Number(process.env['RUNS'] ?? 800)
const TIMEOUT_MS = 60_000 + RUNS * 20
t.setTimeout(2 * TIMEOUT_MS)

const browser = await launchBrowser(t)
const page = await browser.newPage()
await addScript(page, `
  import { documentFrom } from './src/desk/script/rich-text/parse.js'

  export function read (html) {
    const template = document.createElement('template')
    template.innerHTML = html
    return documentFrom(template.content).toJSON()
  }
`)

async function read (html: string): Promise<RichText> {
  return await page.evaluate<RichText>(`ours.read(${JSON.stringify(html)})`)
}

/** What has a meaning in Markdown somewhere, or looks as if it had. */
const SIGNS = [
  '*', '**', '***', '_', '__', '[', ']', '(', ')', '](', '][', ']:', '!', '![', '<', '>', '&', '&amp;', '&nbsp;',
  '&#42;', '\\', '\\*', '\\\\', '`', '``', '~', '~~~', '#', '# ', '## ', ' #', '+', '+ ', '-', '- ', '* ', '--',
  '---', '===', '=', '1.', '1. ', '2) ', '10. ', '|', ':', '"', "'", ' ', '\u00a0', '\u00ad', '😀', '€', '§',
  'https://a.de', 'http://b.de/?x=1&y=2', 'mailto:a@b.de', 'https:', '<https://a.de>', 'a@b.de', '](https://a.de)',
  ']{lang=tr}', '{lang=en}'
]
const WORDS = ['Wort', 'a', 'Ä', 'ß', 'ö', '„Zitat“', '‚so‘', '–', '5', 'Haus.', 'bar', ',', ';', 'snake_case']
const BUILT = [
  '\\\n', '  \n', '\n', '\n\n', '\n\n', '\n- ', '\n  - ', '\n1. ', '\n> ', '> ', '\n\n### ', '\n    ', '\t',
  '[x](https://a.de/(y))', '[z](https://a.de "T")', '**a**', '*b*', '_c_', '***d***',
  '[e]{lang=tr}', '[**f** [x](https://a.de) ]{lang=ar}'
]

const mixed = (...parts: string[]) => fc.array(fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...parts) },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 3, unit: 'grapheme' }) }
), { minLength: 1, maxLength: 14 }).map(found => found.join('').normalize('NFC'))

t.test('Markdown that the editor can hold comes back as the same', { timeout: TIMEOUT_MS }, async t => {
  let held = 0
  await holds(t, fc.asyncProperty(mixed(...SIGNS, ...BUILT), async markdown => {
    const html = richTextHtml(markdown)
    if (html === null) return
    held++
    const back = toMarkdown(await read(html))
    assertSame(meaning(back), meaning(markdown), back)
  }), RUNS, [['\u2028'], ['a\u2028b'], ['https://a.de\u0870~*']])
  t.ok(held > RUNS / 2, `${held} of ${RUNS} could be held`)
})

const link = (href: string): Mark => ({ type: 'link', attrs: { href, title: null } })
const language = (lang: string): Mark => ({ type: 'language', attrs: { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' } })
const MARKS: Mark[][] = [
  [], [], [], [{ type: 'strong' }], [{ type: 'em' }], [{ type: 'strong' }, { type: 'em' }],
  [link('https://a.de/x_(y)?a=1&copy;=2')], [link('https://a.de/)x*'), { type: 'strong' }],
  [language('tr')], [language('ar'), link('https://a.de'), { type: 'em' }]
]
const text: fc.Arbitrary<Inline & { type: 'text' }> = fc.record({
  type: fc.constant('text'),
  text: fc.array(fc.constantFrom(...SIGNS, ...WORDS, ...WORDS), { minLength: 1, maxLength: 4 })
    .map(all => all.join('')),
  marks: fc.constantFrom(...MARKS)
})
const edge = text.map(node => ({ ...node, text: `x${node.text}` }))
const lineBreak: fc.Arbitrary<Inline> = fc.constant({ type: 'hard_break' })
const line = (...more: Array<fc.Arbitrary<Inline>>): fc.Arbitrary<Inline[]> =>
  fc.tuple(edge, fc.array(fc.oneof(text, ...more), { maxLength: 4 }), edge)
    .map(([first, rest, last]) => [first, ...rest, last])

const heading: fc.Arbitrary<Block> = fc.record({ type: fc.constant('heading'), content: line() })

// An interface would not do: it has no index.
type Kinds = {
  paragraph: Paragraph
  item: ListItem
  list: List
  quotation: Quotation
  block: Block
}
const few = { depthSize: 'small' } as const
const { block } = fc.letrec<Kinds>(tie => ({
  paragraph: fc.record({ type: fc.constant('paragraph'), content: line(lineBreak) }),
  item: fc.record({
    type: fc.constant('list_item'),
    content: fc.tuple(tie('paragraph'), fc.array(fc.oneof(few, tie('paragraph'), tie('list')), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest])
  }),
  list: fc.record({
    type: fc.constantFrom('bullet_list', 'ordered_list'),
    attrs: fc.record({ tight: fc.boolean(), order: fc.constantFrom(1, 1, 0, 3, 12) }),
    content: fc.array(tie('item'), { minLength: 1, maxLength: 3 })
  }),
  quotation: fc.record({
    type: fc.constant('blockquote'),
    content: fc.array(fc.oneof(few, tie('paragraph'), tie('list')), { minLength: 1, maxLength: 2 })
  }),
  block: fc.oneof(few, tie('paragraph'), heading, tie('list'), tie('quotation'))
}))

t.test('what is written in the editor is what the server reads', { timeout: TIMEOUT_MS }, async t => {
  await holds(t, fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async content => {
    const markdown = toMarkdown({ type: 'doc', content })
    const html = richTextHtml(markdown)
    if (html === null) throw new Error(`the editor cannot hold its own ${markdown}`)
    const again = await read(html)
    assertSame(outline(again.content), outline(content), markdown)
    assertSame([toMarkdown(again)], [markdown], 'written again')
  }), RUNS / 4)
})

/** Every character that one sees, with its marks and with what it lies in. */
function outline (blocks: ReadonlyArray<Block | ListItem>, place = ''): string[] {
  return blocks.flatMap(block => {
    const here = `${place} ${block.type}`
    const isLine = block.type === 'paragraph' || block.type === 'heading'
    return isLine ? [here, ...(block.content ?? []).flatMap(inline)] : outline(block.content, here)
  })
}

function inline (node: Inline): string[] {
  if (node.type === 'hard_break') return ['\n']
  const marked = JSON.stringify(node.marks ?? [])
  return [...node.text].filter(char => char !== ' ').map(char => /\s/.test(char) ? char : `${char} ${marked}`)
}

/** Looks for a counterexample, and names it in ASCII: tap's reports do not take every character. */
async function holds<T> (
  t: Test, property: fc.IAsyncProperty<T>, numRuns: number, examples: T[] = []
): Promise<void> {
  const { failed, seed, counterexample, errorInstance } = await fc.check(property, { numRuns, examples })
  const report = JSON.stringify({ seed, counterexample, error: String(errorInstance) })
  t.notOk(failed, report.replace(/[^ -~]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`))
}

function assertSame (found: string[], wanted: string[], markdown: string): void {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return
  throw new Error([JSON.stringify(markdown), 'is', ...found, 'instead of', ...wanted].join('\n'))
}

t.end()
