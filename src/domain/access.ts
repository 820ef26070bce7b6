/** Who may do what: one table. A person acts with the roles of all posts they hold today; everybody is also `public`. */
export const roles = [
  'public',
  'supervisor', // 督查室
  'lead-officer', // 牵头单位联络员
  'district-officer', // 辖市区联络员
  'leader', // 分管市领导
  'system-admin', // 系统管理员: people, posts, units
  'security-admin', // 安全管理员: sessions, sign-in
  'audit-admin', // 审计管理员: the log
] as const
export type Role = (typeof roles)[number]

export const accessRules = {
  'programme.read': ['public'],
  'import.read': ['supervisor'],
  'import.write': ['supervisor'],
  'import.adopt': ['supervisor'],
  'unit.read': ['supervisor', 'system-admin'],
  'person.read': ['system-admin'],
  'session.read': ['security-admin'],
  'session.end': ['security-admin'],
  'log.read': ['audit-admin'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof accessRules

/** Whether somebody with these roles may do this. */
export function mayDo(heldRoles: readonly Role[], action: Action): boolean {
  const allowed: readonly Role[] = accessRules[action]
  return allowed.includes('public') || heldRoles.some((role) => allowed.includes(role))
}
