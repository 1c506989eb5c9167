import { Schema, type DOMOutputSpec } from 'prosemirror-model'
import { linkProblem } from '../../../issue/content/link.js'

/**
 * What a text of an issue can hold, and nothing else, as `issue/rich-text/document.ts` has it. The
 * server tells by `issue/rich-text/html.ts` whether a Markdown text stays within it.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: '(paragraph | heading | list | blockquote)+' },
    paragraph: { content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    /** The one level of subheading, below the block's own heading. */
    heading: {
      content: 'text*',
      defining: true,
      parseDOM: [1, 2, 3, 4, 5, 6].map(level => ({ tag: `h${level}` })),
      toDOM: () => ['h3', 0]
    },
    bullet_list: {
      group: 'list',
      content: 'list_item+',
      attrs: { tight: { default: true } },
      parseDOM: [{ tag: 'ul', getAttrs: list => ({ tight: isTight(list) }) }],
      toDOM: () => ['ul', 0]
    },
    ordered_list: {
      group: 'list',
      content: 'list_item+',
      attrs: { tight: { default: true }, order: { default: 1 } },
      parseDOM: [{ tag: 'ol', getAttrs: list => ({ tight: isTight(list), order: start(list) }) }],
      toDOM: ({ attrs: { order } }): DOMOutputSpec => order === 1 ? ['ol', 0] : ['ol', { start: order }, 0]
    },
    list_item: {
      content: 'paragraph (paragraph | list)*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0]
    },
    blockquote: {
      content: '(paragraph | list)+',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', 0]
    },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      linebreakReplacement: true,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br']
    },
    text: { group: 'inline' }
  },
  marks: {
    /** A passage in another language than the issue. */
    language: {
      attrs: { lang: {}, dir: { default: null } },
      parseDOM: [{
        tag: 'span[lang]',
        getAttrs: passage => ({ lang: passage.getAttribute('lang'), dir: passage.getAttribute('dir') })
      }],
      toDOM: ({ attrs: { lang, dir } }) => ['span', { lang, dir }, 0]
    },
    link: {
      attrs: { href: {}, title: { default: null } },
      inclusive: false,
      parseDOM: [{
        tag: 'a[href]',
        getAttrs: link => {
          const href = link.getAttribute('href') ?? ''
          return linkProblem(href) === null && { href, title: link.getAttribute('title') }
        }
      }],
      toDOM: ({ attrs: { href, title } }) => ['a', title === null ? { href } : { href, title }, 0]
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] }
  }
})

/** The server writes a list whose items stand close together without paragraphs in them. */
function isTight (list: HTMLElement): boolean {
  return list.querySelector(':scope > li > p') === null
}

function start (list: HTMLElement): number {
  return list.hasAttribute('start') ? Number(list.getAttribute('start')) : 1
}
