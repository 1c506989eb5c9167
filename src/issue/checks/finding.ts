/** A barrier blocks approval, a hint advises only. */
export type Level = 'barrier' | 'hint'

/** Where a finding leads. `block` is an index, or null for the head of the issue. */
export interface Place {
  block: number | null
  /** The way to the field in the block or the head: "picture", "alt"; entries by their index. */
  field: string[]
}

/** The new value of one field; null removes it. */
export interface Change extends Place { value: string | null }

/** What the program can change for the editor, at the press of a button. */
export interface Repair {
  /** What the button says, in German. */
  label: string
  changes: Change[]
}

/** What a check found at one place. */
export interface Found extends Place {
  /** A German sentence that says what is wrong, and what to do. */
  message: string
  repair?: Repair
}

/** One thing that an editor should change before the issue is sent. */
export interface Finding extends Found {
  /** The stable name of the check. */
  code: string
  level: Level
}

/** Whether it keeps an issue from being approved and sent. */
export function isBarrier ({ level }: Finding): boolean {
  return level === 'barrier'
}
