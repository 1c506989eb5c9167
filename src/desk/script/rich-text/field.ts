import type { RichText } from '../../../issue/rich-text/document.js'
import { toMarkdown } from '../../../issue/rich-text/markdown.js'
import { richTextDe as texts } from '../../../texts/rich-text-de.js'
import { make } from './dialog.js'
import { createEditor } from './editor.js'
import { documentFrom } from './parse.js'
import { renderMarkdown } from './render.js'

/*
 * A field for formatted text, made of a labelled textarea that holds Markdown:
 *
 *   <form data-text-mode>
 *     <div class="prose-field" data-rich-text="/redaktion/gestaltet">
 *       <label class="kern-label" for="body">Text</label>
 *       <div class="kern-hint" id="body-hint" data-of-text-mode>How Markdown is written.</div>
 *       <textarea class="kern-form-input__input" id="body" name="body">**Markdown**</textarea>
 *       <template><p><strong>Markdown</strong></p></template>
 *     </div>
 *   </form>
 *
 * The template holds the Markdown as HTML, from `richTextHtml` of issue/rich-text/html.ts. It is
 * left out where that is null: the field then has the text mode only. `data-rich-text` is where the
 * server makes HTML of Markdown that was changed in the text mode.
 *
 * Forms and saving need to know the textarea alone. The editor writes into it and dispatches
 * `input`. A script that sets its value dispatches `markdownset` on it, and the editor follows.
 * `data-text-mode` on the form says that its author prefers the text mode; when that changes, the
 * form dispatches `textmodechange` with `detail.textMode`. An element around several forms that has
 * `data-text-mode-url` takes the form's place: all its fields change together.
 */

/** Makes the editor of one field. */
export function enrich (field: HTMLElement): void {
  const textarea = field.querySelector('textarea')
  const label = field.querySelector('label')
  if (textarea === null || label === null) throw new Error('a rich text field has a label and a textarea')
  const scope = field.closest<HTMLElement>('[data-text-mode-url]') ?? field.closest('form') ?? field
  const template = field.querySelector('template')
  label.id ||= `${textarea.id}-label`
  const name = label.firstChild?.textContent?.trim() ?? ''
  const ofTextMode = [...field.querySelectorAll<HTMLElement>('[data-of-text-mode]')]

  const hint = make('p', 'prose-field__hint', texts.hint)
  hint.id = `${textarea.id}-keys`
  const status = make('p', 'prose-field__status')
  status.setAttribute('role', 'status')
  const report = (message: string): void => { status.textContent = message }

  /** The Markdown that the editor shows; null while it shows none. */
  let shown: string | null = template === null ? null : textarea.defaultValue
  const editor = createEditor({
    doc: documentFrom(template?.content ?? document.createDocumentFragment()),
    label: name,
    url: field.dataset['richText'] ?? '',
    attributes: () => ({
      class: 'prose-field__text',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': label.id,
      'aria-describedby': [...described(), hint.id].join(' '),
      'aria-invalid': textarea.getAttribute('aria-invalid') ?? 'false',
      'aria-required': String(textarea.required)
    }),
    changed (doc) {
      textarea.value = shown = toMarkdown(doc.toJSON() as RichText)
      textarea.dispatchEvent(new Event('input', { bubbles: true }))
    },
    report
  })
  const box = make('div', 'prose-field__box')
  box.append(editor.toolbar.element, editor.view.dom)
  const mode = make('button', 'prose-field__mode', texts.textMode) as HTMLButtonElement
  mode.type = 'button'
  mode.setAttribute('aria-describedby', label.id)
  label.after(mode)
  textarea.before(box)
  field.append(hint, status)
  field.dataset['enriched'] = ''

  label.addEventListener('click', () => { if (!isTextMode()) editor.view.focus() })
  // Links to the field, as in a summary of errors, lead to the textarea, which lies behind.
  textarea.addEventListener('focus', () => { if (!isTextMode()) editor.view.focus() })
  mode.addEventListener('click', () => {
    const textMode = !isTextMode()
    scope.toggleAttribute('data-text-mode', textMode)
    scope.dispatchEvent(new CustomEvent('textmodechange', { bubbles: true, detail: { textMode } }))
  })
  scope.addEventListener('textmodechange', () => { void follow() })
  textarea.addEventListener('markdownset', () => { void follow() })
  // People write before this script is there: the template knows nothing of that.
  const isChanged = textarea.value !== textarea.defaultValue
  show(scope.hasAttribute('data-text-mode') || template === null || isChanged)
  if (template === null) report(texts.beyond)
  else if (isChanged) void follow()

  /** What describes the field in each of its modes. */
  function described (): string[] {
    const ids = textarea?.getAttribute('aria-describedby')?.split(/\s+/) ?? []
    return ids.filter(id => id !== '' && ofTextMode.every(element => element.id !== id))
  }

  function isTextMode (): boolean {
    return field.hasAttribute('data-shows-text')
  }

  /** Shows the text as it is now and in the mode that its author wants, as far as that can be. */
  async function follow (): Promise<void> {
    const markdown = textarea?.value ?? ''
    report('')
    if (scope.hasAttribute('data-text-mode')) return show(true)
    if (markdown !== shown) {
      const rendered = await renderMarkdown(field.dataset['richText'] ?? '', markdown)
      if (!rendered.ok) {
        report(rendered.problem)
        return show(true)
      }
      // What was typed meanwhile comes first.
      if (textarea?.value !== markdown) return await follow()
      editor.show(documentFrom(rendered.content))
      shown = markdown
    }
    show(false)
  }

  function show (isText: boolean): void {
    const hasFocus = field.contains(document.activeElement) && document.activeElement !== mode
    field.toggleAttribute('data-shows-text', isText)
    mode.setAttribute('aria-pressed', String(isText))
    box.hidden = hint.hidden = isText
    for (const element of ofTextMode) element.hidden = !isText
    textarea?.setAttribute('tabindex', isText ? '0' : '-1')
    textarea?.setAttribute('aria-hidden', String(!isText))
    if (hasFocus) (isText ? textarea : editor.view)?.focus()
  }
}
