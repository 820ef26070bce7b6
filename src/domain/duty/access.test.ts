import { describe, expect, it } from 'vitest'
import { accessRules, mayDo, roles, type Action } from './access.ts'

describe('access', () => {
  it.each(Object.keys(accessRules) as Action[])(
    'to %s is given by one role that has it, whatever others are held',
    (action) => {
      for (const role of roles) {
        const alone = mayDo([role], action)
        expect(mayDo([role, 'district-officer'], action)).toBe(alone || mayDo(['district-officer'], action))
      }
    },
  )

  it('to the published programme is open to everybody', () => {
    expect(mayDo([], 'programme.read')).toBe(true)
  })

  it('keeps the three administrators apart: none has what another has', () => {
    const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const
    const own = (role: (typeof administrators)[number]) =>
      (Object.keys(accessRules) as Action[]).filter((action) => mayDo([role], action) && !mayDo([], action))
    for (const role of administrators) {
      const others = new Set(administrators.filter((other) => other !== role).flatMap(own))
      expect(own(role).filter((action) => others.has(action))).toEqual([])
    }
  })
})
