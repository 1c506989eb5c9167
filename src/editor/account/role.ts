/** What an account may do: one may have several. */
export const ROLES = ['write', 'approve', 'administer', 'export'] as const

export type Role = typeof ROLES[number]

/** What the first account may do. That addresses leave is a right that somebody has to give. */
export const FIRST_ROLES: readonly Role[] = ['write', 'approve', 'administer']

/** The roles of a row, in the order of `ROLES`. The column's type admits no other text. */
export function rolesOf ({ roles }: { roles: readonly string[] }): Role[] {
  return ROLES.filter(role => roles.includes(role))
}
