import { describe, expect, it } from 'vitest'
import type { Role } from './access.ts'
import { acceptHandover, requireMayHold, type OpenHolding } from './assignment.ts'
import { endedNow, requireMayDelegate, type DelegatedPost } from './delegation.ts'
import type { PersonId, ProgrammeId, UnitId } from './ids.ts'
import { retryDelay } from './mail.ts'
import { monthOf } from './month.ts'
import { requireGoodPassword } from './password-policy.ts'
import { parsePlainDate as day } from './plain-date.ts'
import { Problem } from './problem.ts'
import { reminderOn, remindersOf } from './reminders.ts'

const [ann, bob, cem] = ['ann', 'bob', 'cem'] as [PersonId, PersonId, PersonId]
const today = day('2023-03-01')

/** The code and the place of what is refused; undefined where nothing is. */
function refusal(decide: () => unknown): [string, unknown] | undefined {
  try {
    decide()
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [error.code, (error.details as { place?: unknown }).place]
  }
}

describe('a handover', () => {
  const present: OpenHolding = { personId: ann, since: day('2023-01-01') }
  const asked = { personId: bob, from: day('2023-03-02'), seen: ann }
  it('ends the one holding the day before the other begins', () => {
    expect(acceptHandover(present, asked, today)).toBe('2023-03-01')
    expect(acceptHandover(present, { ...asked, from: today }, today)).toBe('2023-02-28')
    expect(acceptHandover(present, { ...asked, personId: null }, today)).toBe('2023-03-01')
  })
  it('of a vacant post ends nothing', () => {
    expect(acceptHandover(undefined, { ...asked, seen: null }, today)).toBeNull()
  })
  it.each([
    ['somebody else took over meanwhile', present, { ...asked, seen: cem }, ['post.overtaken', undefined]],
    ['it was vacant when seen', present, { ...asked, seen: null }, ['post.overtaken', undefined]],
    ['to whoever has it', present, { ...asked, personId: ann }, ['post.same-person', 'personId']],
    ['in the past', present, { ...asked, from: day('2023-02-28') }, ['post.in-the-past', 'from']],
    [
      'before the holder began',
      { personId: ann, since: day('2023-03-05') },
      { ...asked, from: day('2023-03-05') },
      ['post.before-start', 'from'],
    ],
    ['of nobody to nobody', undefined, { ...asked, personId: null, seen: null }, ['post.vacant', 'personId']],
  ] as const)('is refused: %s', (_why, holding, handover, expected) => {
    expect(refusal(() => acceptHandover(holding, handover, today))).toEqual(expected)
  })
})

describe('a post', () => {
  const administrators: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin']
  it('is given by nobody to themselves', () => {
    expect(refusal(() => requireMayHold({ id: ann, name: '安', roles: [] }, 'leader', ann))).toEqual([
      'post.to-oneself',
      'personId',
    ])
  })
  it.each(administrators.flatMap((held) => administrators.map((given) => [held, given] as const)))(
    'keeps the administrators apart: %s and %s',
    (held, given) => {
      const expected = held === given ? undefined : ['post.administrators-apart', 'personId']
      expect(
        refusal(() => requireMayHold({ id: bob, name: '博', roles: ['supervisor', held] }, given, ann)),
      ).toEqual(expected)
    },
  )
  it('of the staff may be held beside any other', () => {
    expect(
      refusal(() =>
        requireMayHold({ id: bob, name: '博', roles: ['audit-admin', 'leader'] }, 'supervisor', ann),
      ),
    ).toBeUndefined()
  })
})

describe('a stand-in', () => {
  const post: DelegatedPost = {
    holderId: ann,
    heldUntil: null,
    delegations: [{ person: '曹', from: day('2023-03-10'), until: day('2023-03-12') }],
  }
  const asked = { toPersonId: bob, from: today, to: day('2023-03-09') }
  it.each([
    ['up to the day before another begins', post, asked, ann, undefined],
    [
      'from the day after another ends',
      post,
      { ...asked, from: day('2023-03-13'), to: day('2023-03-13') },
      ann,
      undefined,
    ],
    ['for 184 days', { ...post, delegations: [] }, { ...asked, to: day('2023-08-31') }, ann, undefined],
    [
      'for 185 days',
      { ...post, delegations: [] },
      { ...asked, to: day('2023-09-01') },
      ann,
      ['delegation.too-long', 'to'],
    ],
    ['named by a stand-in', post, asked, bob, ['delegation.not-holder', undefined]],
    ['for oneself', post, { ...asked, toPersonId: ann }, ann, ['delegation.to-oneself', 'toPersonId']],
    ['from yesterday', post, { ...asked, from: day('2023-02-28') }, ann, ['delegation.in-the-past', 'from']],
    [
      'ending before it begins',
      post,
      { ...asked, from: day('2023-03-05'), to: day('2023-03-04') },
      ann,
      ['delegation.ends-before-start', 'to'],
    ],
    ['overlapping by a day', post, { ...asked, to: day('2023-03-10') }, ann, ['delegation.overlaps', 'from']],
    ['around another', post, { ...asked, to: day('2023-04-01') }, ann, ['delegation.overlaps', 'from']],
    [
      'beyond one’s own time',
      { ...post, heldUntil: day('2023-03-08') },
      asked,
      ann,
      ['delegation.beyond-holding', 'to'],
    ],
  ] as const)('%s', (_what, held, delegation, by, expected) => {
    expect(refusal(() => requireMayDelegate(held, delegation, by, today))).toEqual(expected)
  })
  it('ended now does not act today any more', () => {
    expect(endedNow(today)).toBe('2023-02-28')
  })
})

describe('a password', () => {
  it.each([
    ['Ab1-xyz', false, 'password.weak'], // 7 characters
    ['Ab1-xyzw', false, undefined],
    ['abcdefgh1', false, 'password.weak'], // small letters and digits: two classes
    ['abcdefgH1', false, undefined],
    ['口袋公园二十个A', false, 'password.weak'], // capitals and others: two
    ['口袋公园二十个Aa', false, undefined],
    ['Zhang3-2023', false, 'password.weak'], // the user name in it
    ['Ab1-xyzw', true, 'password.weak'],
  ])('%s', (password, same, code) => {
    expect(refusal(() => requireGoodPassword(password, 'zhang3', same))?.[0]).toBe(code)
  })
})

describe('reminders', () => {
  const period = {
    month: monthOf(2023, 2),
    opensOn: day('2023-02-20'),
    dueOn: day('2023-03-03'),
    locksOn: day('2023-03-10'),
  }
  it.each([
    ['2023-02-19', undefined],
    ['2023-02-20', 'sheet-open'],
    ['2023-02-27', 'sheet-open'],
    ['2023-02-28', 'due-soon'], // three days before the 3rd
    ['2023-03-03', 'due-soon'],
    ['2023-03-04', 'overdue'],
    ['2023-03-10', 'overdue'],
    ['2023-03-11', undefined],
  ])('%s: %s', (date, kind) => {
    expect(reminderOn(period, day(date))).toBe(kind)
  })
  it('go to units with something missing, count it, and are the same whenever asked', () => {
    const units = [
      { unitId: 'U1' as UnitId, unit: '武进区', cells: 40, missing: 3 },
      { unitId: 'U2' as UnitId, unit: '天宁区', cells: 40, missing: 0 },
    ]
    const given = remindersOf('P' as ProgrammeId, period, units, day('2023-03-04'))
    expect(given).toMatchObject([
      {
        notice: { kind: 'overdue', unitId: 'U1', details: { count: 3, dueOn: '2023-03-03' } },
        replaces: ['sheet-open', 'due-soon'],
      },
    ])
    expect(remindersOf('P' as ProgrammeId, period, units, day('2023-03-05'))[0]?.notice.onceKey).toBe(
      given[0]?.notice.onceKey,
    )
  })
})

it.each([
  [1, 1],
  [2, 2],
  [3, 4],
  [9, 256],
  [10, 360], // 2⁹ = 512 minutes, six hours at most
  [1000, 360],
])('mail that failed %i times is tried again after %i minutes', (failures, minutes) => {
  expect(retryDelay(failures)).toBe(minutes * 60_000)
})
