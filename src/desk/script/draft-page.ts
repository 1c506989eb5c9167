import { saveForms } from './autosave.js'
import { dragBlocks } from './drag-blocks.js'
import { showInbox } from './inbox.js'
import { showMailBeside } from './mail-beside.js'
import { showPresence } from './presence.js'
import { showField } from './show-field.js'

/** All that the page on which a draft is written does with a script, but for formatted text. */
export function startDraftPage (): void {
  const settle = saveForms(document.querySelectorAll<HTMLFormElement>('form[data-save]:has(fieldset:enabled)'))
  const mail = document.querySelector<HTMLElement>('[data-mail]')
  if (mail !== null) showMailBeside(mail, settle)
  const outline = document.querySelector<HTMLElement>('[data-drag]')
  if (outline !== null) dragBlocks(outline, settle)
  const inbox = document.querySelector<HTMLElement>('[data-inbox]')
  if (inbox !== null) showInbox(inbox)
  const presence = document.querySelector<HTMLElement>('[data-presence]')
  if (presence !== null) showPresence(presence)
  // Findings of the preview lead here.
  const show = (): void => { showField(location.hash.slice(1)) }
  addEventListener('hashchange', show)
  if (document.querySelector('[autofocus]') === null) show()
}
