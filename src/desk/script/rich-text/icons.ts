import type { richTextDe } from '../../../texts/rich-text-de.js'

type ButtonName = keyof typeof richTextDe.buttons

const SVG = 'http://www.w3.org/2000/svg'

/** Strokes on a field of 24 by 24. */
const PATHS: Readonly<Record<ButtonName, string>> = {
  strong: 'M7 4h6a4 4 0 0 1 0 8H7zM7 12h7a4 4 0 0 1 0 8H7z',
  em: 'M10 4h8M6 20h8M14.5 4l-5 16',
  link: 'M10 14a4.5 4.5 0 0 0 6.4 0l3-3a4.5 4.5 0 0 0-6.4-6.4l-1 1' +
    'M14 10a4.5 4.5 0 0 0-6.4 0l-3 3a4.5 4.5 0 0 0 6.4 6.4l1-1',
  language: 'M3 6h10M8 3.5V6M11 6c-1 4-4 7-7.5 8.5M5.5 9.5c1 2 3.5 4 6 5M12.5 20.5l4-10 4 10M14 17.5h5',
  heading: 'M6 5v14M18 5v14M6 12h12',
  bullet_list: 'M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01',
  ordered_list: 'M10 6h11M10 12h11M10 18h11M3.5 5.5 5 4.5V9.5' +
    'M3.5 14.8c.5-1.3 2.8-1.3 2.8.2 0 1.4-2.8 2.2-2.8 4h3',
  blockquote: 'M5 7h5v5c0 3-1.5 5-4 5.5M14 7h5v5c0 3-1.5 5-4 5.5',
  indent: 'M3 5h18M11 10h10M11 14h10M3 19h18M3 9l4 3-4 3',
  outdent: 'M3 5h18M11 10h10M11 14h10M3 19h18M7 9l-4 3 4 3',
  word: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13l1.2 5 1.3-4 1.3 4 1.2-5',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3',
  redo: 'M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h3'
}

/** A drawing for those who see it; the button bears the name. */
export function icon (name: ButtonName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.classList.add('prose-icon')
  svg.appendChild(document.createElementNS(SVG, 'path')).setAttribute('d', PATHS[name])
  return svg
}
