import { Liquid } from 'liquidjs'
import { packagePath } from './package-path.js'
import { rememberParts } from './remembered-parts.js'
import { longDay, longMoment } from './text/dates.js'

/** Fills one template file with data. `name` is a path below `templates/`, with its extension. */
export type FillTemplate = (name: string, data: Record<string, unknown>) => Promise<string>

/** Fills templates to text, and pages of HTML to bytes of UTF-8. */
export interface Templates extends FillTemplate {
  encode: (name: string, data: Record<string, unknown>) => Promise<Buffer>
}

/** What the filters need of the readers' language. */
export interface TemplateLanguage {
  locale: string
  format: Readonly<Record<'minute' | 'hour', Readonly<{ one: string, many: string }>>> & {
    at: (time: string) => string
  }
}

/**
 * Liquid over the files in `folders`, of which the first that has a file wins. Everything is
 * escaped for HTML and an unknown variable is an error, because templates carry what editors and
 * strangers have typed. Names that end in `.txt` are filled by an engine of their own that does not
 * escape.
 *
 * `colours`, where the data have them, are known in every part, however deep: the parts of mails
 * take theirs from them.
 *
 * Filters: `remember` (fills a part with what is named behind it, and keeps the newest; for parts
 * that seldom change: `{{ 'a/part.liquid' | remember: line: line | raw }}`), `day` (a long date),
 * `moment` (a long date and time), `number`, `duration` (of seconds), `tel` (a telephone number as
 * a link needs it), `wordmark` (head and tail of the newsletter's name).
 */
export function createTemplates (language: TemplateLanguage, folders = [packagePath('templates')]): Templates {
  const html = createEngine(language, folders, true)
  const text = createEngine(language, folders, false)
  const parts = rememberParts((part, data) => html.renderFileSync(part, data) as string)
  html.registerFilter('remember', (part: string, ...named: Array<[string, unknown]>) =>
    parts.fill(part, Object.fromEntries(named)))
  // Liquid is twice as fast without promises. The first use of a template reads its file.
  return Object.assign(
    async (name: string, data: object) =>
      (name.endsWith('.txt') ? text : html).renderFileSync(name, data, everywhere(data)) as string,
    { encode: async (name: string, data: object) => parts.encode(() => html.renderFileSync(name, data) as string) }
  )
}

/** What is known in every part; a part is given everything else by name. */
function everywhere (data: object): { globals?: object } {
  return 'colours' in data ? { globals: { colours: data.colours } } : {}
}

function createEngine (language: TemplateLanguage, folders: string[], escape: boolean): Liquid {
  const engine = new Liquid({
    root: folders,
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
  const number = new Intl.NumberFormat(language.locale)
  engine.registerFilter('day', (value: string | Date) => longDay(language.locale, value))
  engine.registerFilter('moment', (value: Date) => longMoment(language.locale, value, language.format.at))
  engine.registerFilter('number', (value: number) => number.format(value))
  engine.registerFilter('duration', (seconds: number) => readableDuration(language, number, seconds))
  engine.registerFilter('tel', (phone: string) => phone.replace(/[^+\d]/g, ''))
  engine.registerFilter('wordmark', splitWordmark)
  return engine
}

/** 172800 is "48 Stunden", 5400 is "90 Minuten"; the space does not break. */
function readableDuration ({ format }: TemplateLanguage, number: Intl.NumberFormat, seconds: number): string {
  const [count, unit] = seconds % 3600 === 0 ? [seconds / 3600, format.hour] : [Math.round(seconds / 60), format.minute]
  return `${number.format(count)}\u00a0${count === 1 ? unit.one : unit.many}`
}

/** "Integrationsbrief" is set in two colours, so that one sees it is a letter. */
function splitWordmark (name: string): { head: string, tail: string } {
  return name.endsWith('brief') ? { head: name.slice(0, -5), tail: 'brief' } : { head: name, tail: '' }
}
