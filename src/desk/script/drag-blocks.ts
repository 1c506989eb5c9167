/**
 * Lets blocks be moved by dragging their names in the outline; the buttons of each block do the
 * same. `settle` waits until everything is saved, since moving loads the page again.
 */
export function dragBlocks (outline: HTMLElement, settle: () => Promise<void>): void {
  const items = [...outline.querySelectorAll<HTMLElement>('[data-outline]')]
  let dragged: HTMLElement | null = null

  const target = (event: DragEvent): { item: HTMLElement, side: 'before' | 'after' } | null => {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-outline]')
    if (dragged === null || item === null || item === dragged) return null
    const { top, height } = item.getBoundingClientRect()
    return { item, side: event.clientY < top + height / 2 ? 'before' : 'after' }
  }
  const clear = (): void => { for (const item of items) delete item.dataset['drop'] }

  for (const item of items) {
    item.draggable = true
    // Otherwise the browser drags the address of the link.
    for (const link of item.querySelectorAll('a')) link.draggable = false
    item.addEventListener('dragstart', event => {
      dragged = item
      event.dataTransfer?.setData('text/plain', item.textContent ?? '')
    })
    item.addEventListener('dragend', () => {
      dragged = null
      clear()
    })
  }
  outline.addEventListener('dragover', event => {
    clear()
    const found = target(event)
    if (found === null) return
    event.preventDefault()
    found.item.dataset['drop'] = found.side
  })
  outline.addEventListener('drop', event => {
    const found = target(event)
    if (dragged === null || found === null) return
    event.preventDefault()
    const from = items.indexOf(dragged)
    const gap = items.indexOf(found.item) + (found.side === 'after' ? 1 : 0)
    // Taken out of its place, it no longer counts before the gap.
    const place = gap > from ? gap : gap + 1
    const block = dragged.dataset['outline'] ?? ''
    void settle().then(() => { move(block, place) })
  })
}

/** Sends the form of the block's own buttons, with a place instead of a direction. */
function move (block: string, place: number): void {
  const form = document.querySelector<HTMLFormElement>(`[data-block="${block}"] form[action$="/verschieben"]`)
  if (form === null) return
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'to', value: String(place) }))
  HTMLFormElement.prototype.submit.call(form)
}
