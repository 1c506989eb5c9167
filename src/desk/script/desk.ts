// The script of the desk's pages. It is small: what only some pages need, it imports when the page
// has it. Without it, all forms work.

import { forgetAllTexts } from './kept-text.js'
import { keepTextMode } from './text-mode.js'

/** Style sheets show by this what works with the script alone. */
document.documentElement.dataset['script'] = 'on'

if (document.querySelector('[data-passkey]') !== null) {
  void import('./passkey.js').then(({ showPasskeyButtons }) => showPasskeyButtons())
}

// It listens before there is an editor whose mode could be changed.
const texts = document.querySelector<HTMLElement>('[data-text-mode-url]')
if (texts !== null) keepTextMode(texts)

if (document.querySelector('[data-rich-text]') !== null) {
  void import('./rich-text/enrich.js').then(({ enrichFields }) => enrichFields(document))
}

if (document.querySelector('[data-draft]') !== null) {
  void import('./draft-page.js').then(({ startDraftPage }) => { startDraftPage() })
}

if (document.querySelector('[data-read-download]') !== null) {
  void import('./read-download.js').then(({ readDownloadsHere }) => { readDownloadsHere(document) })
}

const watched = document.querySelector<HTMLElement>('[data-watch^="/"]')
if (watched !== null) void import('./watch.js').then(({ watchDelivery }) => { watchDelivery(watched) })

const upload = document.querySelector<HTMLFormElement>('form[data-upload]')
if (upload !== null) void import('./import-page.js').then(({ showUpload }) => { showUpload(upload) })

if (document.querySelector('[data-renew]') !== null) {
  void import('./import-page.js').then(({ renewImport }) => { renewImport() })
}

const browserCheck = document.querySelector<HTMLElement>('[data-browser-check]')
if (browserCheck !== null) {
  void import('./browser-check/offer.js').then(({ offerBrowserCheck }) => { offerBrowserCheck(browserCheck) })
}

for (const form of document.querySelectorAll('form[action$="/redaktion/abmelden"]')) {
  form.addEventListener('submit', forgetAllTexts)
}
