/** What an account may do: one may have several. */
export const ROLES = ['write', 'approve', 'administer'] as const

export type Role = typeof ROLES[number]

/** The roles of a row, in the order of `ROLES`. The column's type admits no other text. */
export function rolesOf ({ roles }: { roles: readonly string[] }): Role[] {
  return ROLES.filter(role => roles.includes(role))
}
