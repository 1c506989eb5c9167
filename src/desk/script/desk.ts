// The script of the desk's pages. It is small: what only some pages need, it imports when the page
// has it. Without it, all forms work.

/** Style sheets show by this what works with the script alone. */
document.documentElement.dataset['script'] = 'on'

if (document.querySelector('[data-passkey]') !== null) {
  void import('./passkey.js').then(({ showPasskeyButtons }) => showPasskeyButtons())
}

if (document.querySelector('[data-rich-text]') !== null) {
  void import('./rich-text/enrich.js').then(({ enrichFields }) => enrichFields(document))
}
