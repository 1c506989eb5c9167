import { german } from '../render/format.js'
import { lowContrasts } from './contrast.js'
import type { Check } from './check.js'
import { quoted } from './edit-text.js'

/** Gmail clips a mail at 102 KB and hides its end, where the unsubscribe link is. */
const MAX_HTML = 90_000

export const tooHeavy: Check = {
  code: 'too-heavy',
  level: 'barrier',
  about: `Die Mail ist größer als ${german.fileSize(MAX_HTML)}; manche Postfächer schneiden sie dann ab.`,
  find: ({ rendered }) => {
    const size = Buffer.byteLength(rendered?.html ?? '')
    if (size <= MAX_HTML) return []
    const message = `Die Mail ist mit ${german.fileSize(size)} größer als ${german.fileSize(MAX_HTML)}. ` +
      'Manche Postfächer schneiden sie ab und verbergen den Abmeldelink. ' +
      'Kürzen Sie Texte oder verweisen Sie auf eine Webseite.'
    return [{ block: null, field: [], message }]
  }
}

export const contrast: Check = {
  code: 'contrast',
  level: 'barrier',
  about: 'Ein Text der Mail hebt sich von seinem Hintergrund nicht genug ab (WCAG 1.4.3).',
  find: ({ rendered }) => lowContrasts(rendered?.html ?? '').map(({ text, color, background, ratio }) => ({
    block: null,
    field: [],
    message: `${quoted(text)} ist schlecht zu lesen: ${color} auf ${background} hat einen Kontrast von ` +
      `${ratio.toLocaleString('de-DE', { maximumFractionDigits: 1 })} zu 1. Nötig sind 4,5, bei großer Schrift 3.`
  }))
}
