import { formatDate } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import { editText, quoted, repaired } from './edit-text.js'
import type { CheckedIssue } from './checked-issue.js'
import type { Check } from './check.js'
import type { Found } from './finding.js'

function isOver (date: string, sendAt: string): boolean {
  // A day without a time is over when it has ended.
  return date.length === 10 ? date < sendAt.slice(0, 10) : date < sendAt
}

function overdue (wanted: 'event' | 'deadline'): (issue: CheckedIssue) => Found[] {
  return ({ blocks, sendAt }) => blocks.flatMap(({ index, kind, whole }) => {
    if (kind === null || whole === null) return []
    return kind.deadlines(whole).filter(({ ends, date }) => ends === wanted && isOver(date, sendAt))
      .map(({ name, field }) => ({
        block: index,
        field: [...field],
        message: `${name} ist vorbei, wenn die Ausgabe versandt wird. Berichtigen oder entfernen Sie die Angabe.`
      }))
  })
}

export const eventOver: Check = {
  code: 'event-over',
  level: 'barrier',
  about: 'Ein Termin ist vorbei, wenn die Ausgabe versandt wird.',
  find: overdue('event')
}

export const deadlineOver: Check = {
  code: 'deadline-over',
  level: 'barrier',
  about: 'Eine Frist oder ein Anmeldeschluss ist vorbei, wenn die Ausgabe versandt wird.',
  find: overdue('deadline')
}

const MONTH = { month: 'long' } as const
const WEEKDAY = { weekday: 'long' } as const
const SHORT_WEEKDAY = { weekday: 'short' } as const

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  formatDate(de.locale, `2027-${String(month + 1).padStart(2, '0')}-01`, MONTH))
const DAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
/** "Dienstag, 8. Juni 2027", "Di., den 8.6.2027" */
const WITH_WEEKDAY = new RegExp(`\\b(${DAYS.join('|')}|Mo|Di|Mi|Do|Fr|Sa|So)(\\.?,? (?:de[nm] |dem )?)` +
  `(\\d{1,2})\\. ?(?:(${MONTHS.join('|')}) |(\\d{1,2})\\. ?)(\\d{4})\\b`, 'g')

/** The text with the right weekday before each date that has its year. */
function withRightWeekdays (text: string): string {
  return text.replace(WITH_WEEKDAY, (...found: string[]) => {
    const [whole = '', weekday = '', between = '', day = '', name, number, year = ''] = found
    const month = name === undefined ? Number(number) : MONTHS.indexOf(name) + 1
    const value = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
    if (month < 1 || month > 12 || Number.isNaN(Date.parse(`${value}T00:00Z`))) return whole
    const right = formatDate(de.locale, value, weekday.length > 2 ? WEEKDAY : SHORT_WEEKDAY).replace('.', '')
    return right + between + whole.slice(weekday.length + between.length)
  })
}

export const weekdayWrong: Check = {
  code: 'weekday-wrong',
  level: 'hint',
  about: 'Ein Wochentag passt nicht zu seinem Datum.',
  find: ({ texts }) => texts.flatMap((text): Found[] => {
    const value = editText(text, withRightWeekdays)
    if (value === text.value) return []
    const [wrong = ''] = [...text.value.matchAll(WITH_WEEKDAY)].map(([date]) => date)
      .filter(date => withRightWeekdays(date) !== date)
    const { block, field } = text
    const message = `Der Wochentag stimmt nicht: ${quoted(wrong)} müsste ${quoted(withRightWeekdays(wrong))} heißen.`
    return [{ block, field, message, ...repaired(text, 'Wochentag berichtigen', value) }]
  })
}
