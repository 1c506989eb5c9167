/** What has to be taken away again, the last first: the `after` of a test, for a program that is none. */
export class Cleanup {
  readonly #tasks: Array<() => unknown> = []

  after (task: () => unknown): void {
    this.#tasks.unshift(task)
  }

  /** Runs every task, whatever the others do. Throws the first failure at the end. */
  async run (): Promise<void> {
    const failures: unknown[] = []
    for (const task of this.#tasks.splice(0)) {
      try {
        await task()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }
}
