/**
 * Leads to a field by the id that an address or a link names. A formatted text has its editor
 * focused; what cannot be focused itself leads to its first field. Where a row is gone, its list is
 * shown.
 */
export function showField (id: string): void {
  const target = nearest(id)
  if (target === null) return
  target.closest('details')?.setAttribute('open', '')
  const prose = target.closest('.prose-field')?.querySelector<HTMLElement>('.prose-field__text')
  const shown = [prose, target, ...target.querySelectorAll<HTMLElement>('input, textarea, select')]
    .find(each => each != null && each.checkVisibility() && each.matches('input, textarea, select, [contenteditable]'))
  target.scrollIntoView({ block: 'center' })
  shown?.focus({ preventScroll: true })
}

/** Ids of fields are made of those around them: "b2-files-0-title". */
function nearest (id: string): HTMLElement | null {
  if (!/^(?:kopf|b\d+)(?:-|$)/.test(id)) return null
  return document.getElementById(id) ?? nearest(id.replace(/-?[^-]*$/, ''))
}
