import { codeOf, hasCode } from '../platform/errors.js'
import { groupCommit } from '../platform/group-commit.js'
import { withResolvers, type PromiseWithResolvers } from '../platform/with-resolvers.js'
import { mailboxOf } from '../platform/mail/address.js'
import { subscribe, type SignUp, type SubscribeDeps } from './subscribe.js'

/** A transaction of so many takes some 35 ms. */
const MOST = 250

const UNIQUE_VIOLATION = '23505'

interface Waiting extends SignUp { answer: PromiseWithResolvers<number> }

/**
 * Takes sign-ups as they come, and resolves with the seconds until a mail on their lane may leave.
 * All that come in while a transaction runs share the next: the turns of a lane stand in one row,
 * so that transactions with one sign-up each would wait for one another, each for the disk.
 */
export function groupSignUps (deps: SubscribeDeps): (signUp: SignUp) => Promise<number> {
  let waiting: Waiting[] = []

  const takeAll = groupCommit(async () => {
    while (waiting.length > 0) {
      const [group, rest] = splitGroup(waiting)
      waiting = rest
      await answer(deps, group)
    }
  })

  return async signUp => {
    const answer = withResolvers<number>()
    waiting.push({ ...signUp, answer })
    void takeAll()
    return await answer.promise
  }
}

/** The next group: one sign-up a mailbox, because the second must see what the first has done. */
function splitGroup (waiting: readonly Waiting[]): [group: Waiting[], rest: Waiting[]] {
  const mailboxes = new Set<string>()
  const group: Waiting[] = []
  const rest: Waiting[] = []
  for (const signUp of waiting) {
    const mailbox = mailboxOf(signUp.canonical)
    const fits = group.length < MOST && !mailboxes.has(mailbox)
    mailboxes.add(mailbox)
    if (fits) group.push(signUp)
    else rest.push(signUp)
  }
  return [group, rest]
}

/** Answers all of a group. It never rejects: each sign-up hears of its own failure. */
async function answer (deps: SubscribeDeps, group: readonly Waiting[], again = true): Promise<void> {
  try {
    const waits = await subscribe(deps, group)
    group.forEach((signUp, place) => signUp.answer.resolve(waits[place] ?? 0))
  } catch (error) {
    if (group.length > 1 && isAboutData(error)) {
      for (const signUp of group) await answer(deps, [signUp])
    } else if (again && hasCode(error, UNIQUE_VIOLATION)) {
      // An import has added the address since it was looked up.
      await answer(deps, group, false)
    } else {
      for (const signUp of group) signUp.answer.reject(error)
    }
  }
}

/** SQLSTATE classes 22, 23 and 40: one of a group is at fault, and the others need not suffer. */
function isAboutData (error: unknown): boolean {
  return /^(?:22|23|40)/.test(codeOf(error) ?? '')
}
