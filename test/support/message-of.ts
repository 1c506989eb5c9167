/** The message that an act throws, or an empty text. */
export function messageOf (act: () => unknown): string {
  try {
    act()
    return ''
  } catch (error) {
    return (error as Error).message
  }
}
