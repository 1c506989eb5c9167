import { Liquid } from 'liquidjs'
import { packagePath } from './package-path.js'

/** Fills one template file with data. `name` is a path below `templates/`, with its extension. */
export type FillTemplate = (name: string, data: Record<string, unknown>) => Promise<string>

/** The locale in which people read dates, numbers and sizes. */
const LOCALE = 'de-DE'
const TIME_ZONE = 'Europe/Berlin'

/**
 * Liquid over the files in `templates/`. Everything is escaped for HTML and an unknown variable
 * is an error, because templates carry what editors and strangers have typed. Names that end in
 * `.txt` are filled by an engine of their own that does not escape.
 */
export function createTemplates (): FillTemplate {
  const html = createEngine(true)
  const text = createEngine(false)
  return async (name, data) => await (name.endsWith('.txt') ? text : html).renderFile(name, data) as string
}

function createEngine (escape: boolean): Liquid {
  const engine = new Liquid({
    root: packagePath('templates'),
    cache: true,
    relativeReference: false,
    dynamicPartials: false,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    parseLimit: 500_000,
    renderLimit: 5_000,
    memoryLimit: 50_000_000,
    ...(escape ? { outputEscape: 'escape' as const } : {})
  })
  engine.registerFilter('day', (value: string | Date) =>
    new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: TIME_ZONE }).format(new Date(value)))
  engine.registerFilter('number', (value: number) => new Intl.NumberFormat(LOCALE).format(value))
  engine.registerFilter('duration', readableDuration)
  engine.registerFilter('wordmark', splitWordmark)
  return engine
}

/** 172800 is "48 Stunden", 5400 is "90 Minuten"; the space does not break. */
function readableDuration (seconds: number): string {
  const [count, one, many] = seconds % 3600 === 0 ? [seconds / 3600, 'Stunde', 'Stunden'] : [Math.round(seconds / 60), 'Minute', 'Minuten']
  return `${new Intl.NumberFormat(LOCALE).format(count)}\u00a0${count === 1 ? one : many}`
}

/** "Integrationsbrief" is set in two colours, so that one sees it is a letter. */
function splitWordmark (name: string): { head: string, tail: string } {
  return name.endsWith('brief') ? { head: name.slice(0, -5), tail: 'brief' } : { head: name, tail: '' }
}
