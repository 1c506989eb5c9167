/** Cleanup steps, run in reverse order. */
export class CleanupStack {
  readonly #steps: Array<() => unknown> = []

  add (step: () => unknown): void {
    this.#steps.unshift(step)
  }

  /** Runs every step, whatever the others do. Throws the first failure at the end. */
  async run (): Promise<void> {
    const failures: unknown[] = []
    for (const step of this.#steps.splice(0)) {
      try {
        await step()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }
}
