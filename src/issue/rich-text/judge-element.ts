import { hasClass, styleOf, textOf, type HtmlNode } from './html-node.js'

/** What is left out, and people are told of. */
export type Loss = 'pictures' | 'notes' | 'comments' | 'deletions' | 'embedded'

/** What an element of foreign HTML is to us. */
export type Verdict =
  { is: 'nothing', loss: Loss | null } |
  { is: 'text' | 'break' | 'heading' | 'list' | 'quotation' | 'table' | 'block' | 'inline' | 'preformatted' }

const nothing = (loss: Loss | null = null): Verdict => ({ is: 'nothing', loss })

const BY_NAME: Readonly<Record<string, Verdict>> = {
  '#text': { is: 'text' },
  br: { is: 'break' },
  ul: { is: 'list' },
  ol: { is: 'list' },
  blockquote: { is: 'quotation' },
  table: { is: 'table' },
  pre: { is: 'preformatted' },
  ...named({ is: 'heading' }, 'h1 h2 h3 h4 h5 h6'),
  ...named({ is: 'block' }, `address article aside body caption center dd details div dl dt fieldset figcaption figure
    footer form header hgroup html hr legend li main nav p search section summary`),
  ...named(nothing(), `#document-type applet area base button colgroup datalist frame frameset head input link map meta
    meter noframes noscript option progress script select source style template textarea title track xml`),
  ...named(nothing('pictures'), 'canvas img image picture svg math v:imagedata v:shape v:group w:drawing'),
  ...named(nothing('embedded'), 'audio embed iframe object video'),
  // Text that is struck out is as good as deleted: without the line it would say the opposite.
  ...named(nothing('deletions'), 'del s strike')
}

/**
 * What an element is. Word writes comments, notes and deletions as elements of their own; what it
 * hides stays hidden. Unknown elements, such as `o:p` and `st1:place`, are the text within them.
 */
export function judge (node: HtmlNode): Verdict {
  const known = BY_NAME[node.name]
  if (node.name === '#text') return known as Verdict
  if (isHidden(node)) return nothing()
  const loss = wordLoss(node)
  if (loss !== null) return nothing(loss)
  if (known?.is === 'nothing' && known.loss === 'pictures' && isCounter(node)) return nothing()
  if (node.name === 'p' && hasClass(node, /^MsoTitle/)) return { is: 'heading' }
  if (node.name === 'p' && hasClass(node, /^Mso(?:Intense)?Quote/)) return { is: 'quotation' }
  return known ?? { is: 'inline' }
}

function named (verdict: Verdict, names: string): Record<string, Verdict> {
  return Object.fromEntries(names.split(/\s+/).map(name => [name, verdict]))
}

function isHidden (node: HtmlNode): boolean {
  return styleOf(node, 'display') === 'none' || styleOf(node, 'mso-hide') === 'all' ||
    styleOf(node, 'mso-list') === 'ignore' || styleOf(node, 'visibility') === 'hidden'
}

function wordLoss (node: HtmlNode): Loss | null {
  const element = styleOf(node, 'mso-element')
  if (/^comment/.test(element) || hasClass(node, /^(?:MsoCommentReference|msocom)/)) return 'comments'
  if (/^(?:foot|end)note/.test(element) || isNoteMark(node) || isNoteList(node)) return 'notes'
  return hasClass(node, /^msoDel/i) ? 'deletions' : null
}

function isNoteMark (node: HtmlNode): boolean {
  if (styleOf(node, 'mso-footnote-id') !== '' || styleOf(node, 'mso-endnote-id') !== '') return true
  if (node.name !== 'sup') return false
  const links = [...node.children()].filter(child => child.name !== '#text' || child.text.trim() !== '')
  return links.length > 0 && links.every(link => link.name === 'a' && link.attribute('href').includes('#')) &&
    /^\W*\w{1,4}\W*$/.test(textOf(node))
}

function isNoteList (node: HtmlNode): boolean {
  const items = node.name === 'ol' ? [...node.children()].filter(({ name }) => name === 'li') : []
  return items.length > 0 && items.every(item => /^(?:foot|end)note-/.test(item.attribute('id')))
}

/** A picture that nobody is meant to see. */
function isCounter (node: HtmlNode): boolean {
  return ['width', 'height'].every(side => /^[01](?:px)?$/.test(node.attribute(side)))
}
