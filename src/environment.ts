import { settings, SETTING_PREFIXES } from './settings.js'
import { suggest } from './platform/text/suggest.js'

/** What is there, or in `.env`, for Node.js and PostgreSQL's client, not for us. */
const FOR_OTHERS = /^(?:NODE_OPTIONS|NODE_EXTRA_CA_CERTS|TZ|UV_THREADPOOL_SIZE|PG[A-Z]+)$/

/** What Kubernetes sets in every container for a service that may be called mail or smtp. */
const KUBERNETES = /_SERVICE_HOST$|_SERVICE_PORT(?:_[A-Z0-9_]+)?$|_PORT_\d+_(?:TCP|UDP|SCTP)(?:_(?:ADDR|PORT|PROTO))?$/
const KUBERNETES_PORT = /^(?:tcp|udp|sctp):\/\//

const ASSIGNMENT = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*=\s*(.*)$/

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The settings in the text of a file `.env`: NAME=value, one a line, with # before a comment. A
 * value stands in quotes of one kind, or without. Throws an Error of one line for the first line
 * that Node.js, a shell or a service manager could read in another way or would pass over, and for
 * a name that is not a setting.
 */
export function readEnvFile (text: string): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [index, line] of text.replace(/^\ufeff/, '').split(/\r?\n/).entries()) {
    const where = `.env, line ${index + 1}:`
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    const [, name, rest] = ASSIGNMENT.exec(trimmed) ?? []
    // The line is not repeated: it may hold a secret.
    if (name === undefined || rest === undefined) {
      throw new Error(`${where} a setting is written as NAME=value, in one line`)
    }
    if (!isSetting(name) && !FOR_OTHERS.test(name)) throw new Error(`${where} ${unknown(name)}`)
    if (Object.hasOwn(values, name)) throw new Error(`${where} ${name} is given twice`)
    values[name] = readValue(rest, `${where} ${name}`)
  }
  return values
}

function readValue (text: string, named: string): string {
  const quote = text[0]
  if (quote === '"' || quote === "'" || quote === '`') {
    const end = text.indexOf(quote, 1)
    if (end === -1) throw new Error(`${named} has a quote at its beginning and none at its end`)
    if (!/^\s*(?:#.*)?$/.test(text.slice(end + 1))) throw new Error(`${named} goes on after its closing quote`)
    return text.slice(1, end)
  }
  const [value = ''] = text.split(/\s#|^#(?=\s|$)/)
  if (value.includes('#')) {
    throw new Error(`${named} has a # in its value; put the value into quotes, or a space before the # of a comment`)
  }
  return value.trimEnd()
}

/**
 * Throws for a name in the environment that begins like our settings and is none: one line that
 * names it.
 */
export function refuseUnknown (environment: Environment): void {
  for (const [name, value] of Object.entries(environment)) {
    const isOurs = SETTING_PREFIXES.some(prefix => name.startsWith(prefix))
    if (isOurs && !isSetting(name) && !isKubernetes(name, value)) throw new Error(unknown(name))
  }
}

/**
 * What may be a misspelt setting, as lines to log. A name without our prefixes may as well belong
 * to another program on this machine, so it does not stop the start.
 */
export function nearMisses (environment: Environment): string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    const isMeant = isSetting(name) || FOR_OTHERS.test(name) || isKubernetes(name, value)
    const meant = isMeant ? null : suggest(name, names())
    return meant === null ? [] : [`${name} in the environment is not a setting of this program; ${meant} is`]
  })
}

function isKubernetes (name: string, value: string | undefined): boolean {
  return KUBERNETES.test(name) || (name.endsWith('_PORT') && KUBERNETES_PORT.test(value ?? ''))
}

function isSetting (name: string): boolean {
  return Object.hasOwn(settings.shape, name)
}

function names (): string[] {
  return Object.keys(settings.shape)
}

function unknown (name: string): string {
  const meant = suggest(name, names())
  return `${name} is not a setting of this program${meant === null ? '' : `, ${meant} is`}; .env.example lists them all`
}
