// Runs a bench by name: node build/test/bench/run.js delivery [--recipients N] [--unsigned] [--json]

const [name, ...args] = process.argv.slice(2)
if (name !== 'delivery') throw new Error('the benches are: delivery')
const { delivery } = await import('./delivery.js')
process.exitCode = await delivery(args) ? 0 : 1
