/** The time as the program sees it. Tests inject a clock and travel instead of waiting. */
export interface Clock {
  now: () => Date
}

export const systemClock: Clock = { now: () => new Date() }
