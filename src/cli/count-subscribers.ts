import { Command, InvalidArgumentError } from 'commander'
import { systemClock } from '../platform/clock.js'
import { checkSchema } from '../platform/database/migrate.js'
import { dayAfter, dayOf } from '../platform/text/dates.js'
import { readDays, type CountedDay } from '../subscription/counts.js'
import { say, withDatabase } from './command.js'

interface CountOptions { json?: boolean, days: number }

const COLUMNS = ['day', 'signed up', 'confirmed', 'departed', 'erased unconfirmed', 'active at the end']
/** A day has ten characters, and so has every column at least. */
const DAY = 10
/** As long as days are kept: three years. */
const MOST_DAYS = 1_097

/** `subscribers count`: what was counted, by day. No line is about a person. */
export function countCommand (): Command {
  return new Command('count').description('print how many signed up, confirmed and left, by day in Hesse')
    .option('--days <number>', 'how many days, until today', readNumber, 30)
    .option('--json', 'print one JSON document a line')
    .action(async ({ json = false, days }: CountOptions) => {
      await withDatabase(async ({ pool }) => {
        await checkSchema({ pool })
        const to = dayOf(systemClock.now())
        const counted = await readDays({ pool }, { from: dayAfter(to, 1 - days), to })
        say(...json ? counted.map(day => JSON.stringify(day)) : asTable(counted))
      })
    })
}

function readNumber (text: string): number {
  const number = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : NaN
  if (!(number <= MOST_DAYS)) throw new InvalidArgumentError(`it is a number from 1 to ${MOST_DAYS}`)
  return number
}

function asTable (days: readonly CountedDay[]): string[] {
  const rows = days.map(({ day, signedUp, confirmed, departed, unconfirmedErased, active }) =>
    [day, ...[signedUp, confirmed, departed, unconfirmedErased, active ?? '-'].map(String)])
  const aligned = (cell: string, column: number): string => cell.padStart(Math.max(DAY, COLUMNS[column]?.length ?? 0))
  return [COLUMNS, ...rows].map(row => row.map(aligned).join('  '))
}
