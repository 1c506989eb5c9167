import { setTimeout as delay } from 'node:timers/promises'
import type { Behaviour } from './behaviour.js'
import type { Scenario } from './scenario.js'
import type { Stage } from './stage.js'

/** The relay closes connections at random. */
export const close: Scenario = {
  async act (stage) {
    await misbehave(stage, { close: 0.03 }, 0.4)
  }
}

/** The relay answers 421 and 451 for a while, and for a moment lets nobody in. */
export const busy: Scenario = {
  async act (stage) {
    await misbehave(stage, { busy: 0.3 }, 0.2)
    await stage.sink.behave({ closedForVisitors: true, close: 0.2 })
    await delay(stage.random.between(200, 1_500))
    await stage.sink.behave({})
  }
}

/** The relay falls silent in the middle of DATA. */
export const hang: Scenario = {
  async act (stage) {
    // Every third time it is the mailer that has to lose its patience.
    const forGood = stage.random.chance(1 / 3)
    await misbehave(stage, { hang: 0.1, ...(forGood ? {} : { hangMs: 1_500 }) }, 0.01)
  }
}

/**
 * The relay takes a mail and drops the connection before its reply: that mail has to come twice.
 */
export const drop: Scenario = {
  async act (stage) {
    await misbehave(stage, { drop: 0.01 }, 0.5)
  }
}

/** There is no relay at first. */
export const refuse: Scenario = {
  before: async stage => await stage.sink.shut(),
  async act (stage) {
    await delay(stage.random.between(300, stage.quick ? 1_000 : 8_000))
    await stage.sink.open()
  }
}

/**
 * The relay behaves like that from a random moment on, until it has taken a further share of the
 * mails.
 */
async function misbehave (stage: Stage, behaviour: Behaviour, share: number): Promise<void> {
  const start = stage.random.next() * (0.9 - share)
  await stage.moment(start, start)
  await stage.sink.behave(behaviour)
  await stage.moment(start + share, start + share)
  await stage.sink.behave({})
}
