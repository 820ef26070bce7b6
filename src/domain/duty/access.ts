/** Who may do what: one table. A person acts with the roles of all posts they hold today; everybody is also `public`. */
export const roles = [
  'public',
  'supervisor', // 督查室
  'lead-officer', // 牵头单位联络员
  'lead-reviewer', // 牵头单位负责人: reviews what is reported for what the unit leads
  'district-officer', // 辖市区联络员
  'leader', // 分管市领导
  'system-admin', // 系统管理员: people, posts, units
  'security-admin', // 安全管理员: sessions, sign-in
  'audit-admin', // 审计管理员: the log
] as const
export type Role = (typeof roles)[number]

/** Everybody who works on a programme, reading included. */
const staff = ['supervisor', 'lead-officer', 'lead-reviewer', 'district-officer', 'leader'] as const
/** Who states figures for a unit and signs for its shares; which unit, the post says. */
const officers = ['lead-officer', 'district-officer'] as const

/** By role alone. What also needs the right unit (a plan of one's own tasks) is decided in domain/duty.ts. */
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
  'plan.read': staff,
  'plan.draft': ['lead-officer'],
  'plan.sign': officers,
  'plan.consent': ['supervisor'],
  'entry.read': staff,
  'entry.write': officers,
  'entry.decide': ['lead-reviewer', 'supervisor'],
  'evidence.read': staff,
  'evidence.write': officers,
  'period.read': staff,
  'period.set': ['supervisor'],
  'period.freeze': ['supervisor'],
  'actual.read': staff,
  'actual.report': officers,
  'semantics.set': ['supervisor', 'lead-officer'],
  'review.lead': ['lead-reviewer'],
  'review.office': ['supervisor'],
  'light.read': staff,
  'light.set': ['supervisor'],
  'order.read': staff,
  'order.issue': ['supervisor'],
  'order.reply': [...officers, 'lead-reviewer'],
  'order.file': [...officers, 'lead-reviewer', 'supervisor'],
  'order.instruct': ['leader'],
  'ladder.set': ['supervisor'],
  'paper.read': staff,
  'paper.write': ['supervisor'],
  'desk.read': ['supervisor'],
  'leader-page.read': ['supervisor', 'leader'],
  'acceptance.read': staff,
  'acceptance.claim': ['lead-officer'],
  'acceptance.inspect': ['supervisor'],
  'acceptance.decide': ['supervisor'],
  'acceptance.set': ['supervisor'],
  'assessment.read': staff,
  'assessment.set': ['supervisor'],
  'carry-over.prepare': ['supervisor'],
  'notice.read': staff,
  'post.assign': ['system-admin'],
  'post.delegate': staff,
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof accessRules

/** Whether somebody with these roles may do this. */
export function mayDo(heldRoles: readonly Role[], action: Action): boolean {
  const allowed: readonly Role[] = accessRules[action]
  return allowed.includes('public') || heldRoles.some((role) => allowed.includes(role))
}
