/** Shows the button of the check in the browser. What the check takes is loaded at its press. */
export function offerBrowserCheck (part: HTMLElement): void {
  const button = part.querySelector('button')
  const status = part.querySelector<HTMLElement>('[role="status"]')
  if (button === null || status === null) return
  let isRunning = false
  button.addEventListener('click', () => {
    if (isRunning) return
    isRunning = true
    void import('./check.js').then(async ({ runBrowserCheck }) => await runBrowserCheck(part, status))
      .catch(() => { status.textContent = part.dataset['failed'] ?? '' })
      .finally(() => { isRunning = false })
  })
  part.dataset['offered'] = ''
  button.hidden = false
}
