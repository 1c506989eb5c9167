/**
 * How much time of the processor some work takes, in milliseconds. Unlike the clock, it does not
 * count what else the machine does meanwhile.
 */
export async function processorMs (work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
