import { bounce } from './bounce.js'
import { desk } from './desk.js'
import { delivery } from './delivery.js'
import { departures } from './departures.js'
import { drafts } from './drafts.js'
import { exporting } from './export.js'
import { importing } from './import.js'
import { pace } from './pace.js'
import { pages } from './pages.js'
import { scripts } from './scripts.js'
import { smtp } from './smtp.js'

// Runs a bench by name, such as: node build/test/bench/run.js delivery [--recipients N]
// [--unsigned] [--json]

const benches: Record<string, (args: string[]) => Promise<boolean>> =
  { bounce, delivery, departures, desk, drafts, export: exporting, import: importing, pace, pages, scripts, smtp }
const [name = '', ...args] = process.argv.slice(2)
const bench = benches[name]
if (bench === undefined) throw new Error(`the benches are: ${Object.keys(benches).join(', ')}`)
process.exitCode = await bench(args) ? 0 : 1
