const PREFIX = 'redaktion:'

/** What was typed into a form, by the names of its fields. */
export type Typed = Record<string, string | string[]>

/**
 * Keeps what was typed in this tab until it is saved: a crash of the page, the server or the line
 * loses nothing.
 */
export function keepText (form: HTMLFormElement, typed: Typed): void {
  try {
    sessionStorage.setItem(keyOf(form), JSON.stringify(typed))
  } catch {
    // The store is full or forbidden; the page itself still holds the text.
  }
}

export function forgetText (form: HTMLFormElement): void {
  sessionStorage.removeItem(keyOf(form))
}

/** What an earlier page of this tab could not save; null if there is nothing. */
export function keptText (form: HTMLFormElement): Typed | null {
  try {
    const kept = sessionStorage.getItem(keyOf(form))
    return kept === null ? null : JSON.parse(kept) as Typed
  } catch {
    return null
  }
}

/** Desks are shared: after signing out, nothing of the desk is left in the browser. */
export function forgetAllTexts (): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}

function keyOf (form: HTMLFormElement): string {
  return PREFIX + new URL(form.action).pathname
}
