/*
 * A formatted text as the desk's editor holds it: ProseMirror's JSON under a closed schema
 * (desk/script/rich-text/schema.ts). Markdown is the stored form; this is what it is read into.
 */

export type Mark =
  { type: 'strong' } |
  { type: 'em' } |
  { type: 'link', attrs: { href: string, title: string | null } } |
  /** A passage in another language than the issue. */
  { type: 'language', attrs: { lang: string, dir: string | null } }

export type Inline = { type: 'text', text: string, marks?: Mark[] } | { type: 'hard_break', marks?: Mark[] }

export interface Paragraph { type: 'paragraph', content?: Inline[] }

export interface Heading { type: 'heading', content?: Inline[] }

/** A list whose items stand close together is tight. */
export type List =
  { type: 'bullet_list', attrs: { tight: boolean }, content: ListItem[] } |
  { type: 'ordered_list', attrs: { tight: boolean, order: number }, content: ListItem[] }

export interface ListItem { type: 'list_item', content: Array<Paragraph | List> }

export interface Quotation { type: 'blockquote', content: Array<Paragraph | List> }

export type Block = Paragraph | Heading | List | Quotation

export interface RichText { type: 'doc', content: Block[] }
