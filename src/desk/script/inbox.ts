import { showInRow, type RowWidth } from '../drafts/inbox-row.js'

/**
 * Shows how the mail stands in an inbox while subject and preheader are written. `data-subject` of
 * the list is the subject of a mail without one of its own, with a mark where the title stands.
 */
export function showInbox (list: HTMLElement): void {
  const form = list.closest('section')?.querySelector('form')
  if (form == null) return
  const typed = (name: string): string => (form.elements.namedItem(name) as HTMLInputElement | null)?.value.trim() ?? ''
  const show = (): void => {
    const usual = (list.dataset['subject'] ?? '').replace('%t', () => typed('title'))
    const mail = { subject: typed('subject') === '' ? usual : typed('subject'), preheader: typed('preheader') }
    for (const row of list.querySelectorAll<HTMLElement>('[data-width]')) {
      const { subject, preheader } = showInRow(mail, JSON.parse(row.dataset['width'] ?? '') as RowWidth)
      row.querySelector('strong')?.replaceChildren(subject)
      row.querySelector('.inbox__preheader')?.replaceChildren(preheader)
    }
  }
  form.addEventListener('input', show)
  // People write before this script is there.
  show()
}
