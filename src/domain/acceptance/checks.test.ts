import { describe, expect, it } from 'vitest'
import { checkSentence } from './check-sentence.ts'
import {
  checkCodes,
  checksOf,
  failing,
  isTargetMet,
  type CheckedClaim,
  type CheckedPromise,
} from './checks.ts'

const kept: CheckedPromise = {
  kind: 'quantity',
  level: 'reached',
  hasFigure: true,
  hasStages: false,
  waitingFigures: 0,
  acceptedEntries: 12,
  waitingEntries: 0,
  openDoubts: 0,
  upheldDoubts: 0,
}
const seen = { finding: 'found', photographs: 1 } as const
const sound: CheckedClaim = { files: 1, sample: [seen, seen, seen] }

const outcome = (code: string, promise: Partial<CheckedPromise>, claim: CheckedClaim | null = sound) =>
  checksOf({ ...kept, ...promise }, claim).find((check) => check.code === code)?.outcome

it('pass where everything is in order', () => {
  const checks = checksOf(kept, sound)
  expect(checks.map(({ code }) => code)).toEqual([...checkCodes])
  expect(failing(checks)).toEqual([])
})

it.each([
  ['target', { level: 'on-plan' }, 'failed'],
  ['target', { level: 'far-behind' }, 'failed'],
  ['target', { kind: 'rate', level: 'reached' }, 'passed'],
  ['target', { kind: 'milestone', hasFigure: false, hasStages: true, level: 'reached' }, 'passed'],
  ['target', { kind: 'milestone', hasFigure: false, hasStages: true, level: 'ahead' }, 'failed'],
  // A service is kept up, not reached.
  ['target', { kind: 'service', hasFigure: false, level: 'on-plan' }, 'to-judge'],
  ['target', { kind: 'service', hasFigure: false, level: 'behind' }, 'failed'],
  ['target', { kind: 'entitlement', hasFigure: true, level: 'on-plan' }, 'to-judge'],
  ['figures', { waitingFigures: 1 }, 'failed'],
  ['entries', { waitingEntries: 1 }, 'failed'],
  ['doubts', { openDoubts: 1 }, 'failed'],
  ['doubts', { upheldDoubts: 1 }, 'failed'],
] as const)('%s of %o: %s', (code, promise, expected) => {
  expect(outcome(code, promise)).toBe(expected)
})

describe('of a claim', () => {
  it.each([
    ['evidence', { ...sound, files: 0 }, 'failed'],
    ['sample', { ...sound, sample: [] }, 'to-judge'],
    ['sample', { ...sound, sample: [seen, { finding: null, photographs: 0 }] }, 'failed'],
    ['sample', { ...sound, sample: [seen, { finding: 'found', photographs: 0 }] }, 'failed'],
    ['sample', { ...sound, sample: [seen, { finding: 'differs', photographs: 2 }] }, 'failed'],
    ['sample', { ...sound, sample: [{ finding: 'not-found', photographs: 2 }] }, 'failed'],
  ] as const)('%s where it has %o: %s', (code, claim, expected) => {
    expect(outcome(code, {}, claim)).toBe(expected)
  })

  it('are left out before there is one', () => {
    expect(checksOf(kept, null).map(({ code }) => code)).toEqual(['target', 'figures', 'entries', 'doubts'])
  })
})

it.each([
  [{}, true],
  [{ level: 'behind' }, false],
  [{ kind: 'service', hasFigure: false, level: 'on-plan' }, true],
  [{ kind: 'service', hasFigure: false, level: 'unplanned' }, false],
] as const)('the target of %o is met: %s', (promise, met) => {
  expect(isTargetMet({ ...kept, ...promise })).toBe(met)
})

it('say their numbers in both languages', () => {
  const checks = checksOf(
    { ...kept, level: 'behind', waitingFigures: 1, waitingEntries: 2, openDoubts: 3, upheldDoubts: 4 },
    {
      files: 0,
      sample: [
        seen,
        { finding: 'differs', photographs: 0 },
        { finding: 'not-found', photographs: 1 },
        { finding: null, photographs: 0 },
      ],
    },
  )
  expect(checks.map((check) => checkSentence(check, 'zh'))).toEqual([
    '按审定的数，目标还没有达到。',
    '还有 1 个数没有走完两级审核或被退回。',
    '台账还有 2 条待审核，已采信 12 条。',
    '还有 3 条疑点没有认定，4 条疑点成立、所涉条目或数还没有更正。',
    '申请没有附佐证材料。',
    '抽查 4 条，现场属实 1 条，与台账不符 1 条，没找到 1 条，还没核查 1 条，已核查但没有照片 1 条。',
  ])
  for (const check of checks) expect(checkSentence(check, 'en')).not.toMatch(/\p{Script=Han}|undefined/u)
})
