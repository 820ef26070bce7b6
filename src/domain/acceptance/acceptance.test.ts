import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptanceState,
  acceptStep,
  acceptanceSteps,
  mayClaim,
  stateOfClaim,
  stepsFrom,
  type AcceptanceStep,
  type ClaimFacts,
} from './acceptance.ts'
import { Problem } from '../problems/problem.ts'
import type { Check } from './checks.ts'

const claim = (no: number, inspections: number, ...steps: AcceptanceStep[]): ClaimFacts => ({
  no,
  inspections,
  steps,
})
const failed: Check = { code: 'entries', outcome: 'failed', counts: { waiting: 2 } }
const passed: Check = { code: 'entries', outcome: 'passed', counts: {} }
const toJudge: Check = { code: 'target', outcome: 'to-judge', counts: {} }

/** The problem that something is refused with; null where it is not. */
function codeOf(act: () => void): string | null {
  try {
    act()
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

describe('where a promise stands', () => {
  it.each([
    ['under-way', [], false],
    ['claimable', [], true],
    ['claimed', [claim(1, 0)], true],
    // A claim is examined whatever the target.
    ['claimed', [claim(1, 0)], false],
    ['inspecting', [claim(1, 2)], true],
    ['returned', [claim(1, 2, 'return')], true],
    ['accepted', [claim(1, 2, 'accept')], true],
    ['closed', [claim(1, 2, 'accept', 'close')], true],
    // A later look found it untrue.
    ['returned', [claim(1, 2, 'accept', 'close', 'return')], true],
    // The returned one lives on; the latest claim counts, whatever the order they come in.
    ['claimed', [claim(2, 0), claim(1, 3, 'return')], true],
  ] as const)('%s', (state, claims, met) => {
    expect(acceptanceState(claims, met)).toBe(state)
  })
})

describe('a step', () => {
  it.each([
    ['claimed', 'accept', '', [passed], null],
    ['inspecting', 'accept', '', [passed, toJudge], null],
    ['inspecting', 'accept', '', [passed, failed], 'acceptance.checks-failing'],
    ['inspecting', 'accept', '只差资料归档', [passed, failed], null],
    ['inspecting', 'return', '', [passed], 'acceptance.reason-missing'],
    ['inspecting', 'return', '  ', [passed], 'acceptance.reason-missing'],
    ['inspecting', 'return', '现场未见', [passed], null],
    ['claimed', 'close', '', [passed], 'acceptance.wrong-step'],
    ['accepted', 'accept', '', [passed], 'acceptance.wrong-step'],
    ['accepted', 'close', '', [passed], null],
    // Failing checks were answered for when it was accepted.
    ['accepted', 'close', '', [failed], null],
    ['accepted', 'return', '回头看发现挪用', [], null],
    ['closed', 'close', '', [], 'acceptance.wrong-step'],
    ['closed', 'return', '回头看发现挪用', [], null],
    ['returned', 'accept', '', [passed], 'acceptance.wrong-step'],
    ['claimable', 'accept', '', [passed], 'acceptance.wrong-step'],
  ] as const)('from %s to %s because “%s”', (state, step, reason, checks, code) => {
    expect(codeOf(() => acceptStep(state, step, reason, checks))).toBe(code)
  })

  it('leads to a state of its own, and closing only ever follows accepting', () => {
    assert(
      property(
        record({ inspections: integer({ min: 0, max: 3 }), tried: array(constantFrom(...acceptanceSteps)) }),
        ({ inspections, tried }) => {
          const steps: AcceptanceStep[] = []
          for (const step of tried)
            if (stepsFrom(stateOfClaim({ inspections, steps })).includes(step)) steps.push(step)
          const beforeClosing = steps.flatMap((step, index) => (step === 'close' ? [steps[index - 1]] : []))
          expect(beforeClosing.every((step) => step === 'accept')).toBe(true)
          // Once returned a claim is decided for good, and the promise can be claimed again.
          expect(steps.indexOf('return') === -1 || steps.indexOf('return') === steps.length - 1).toBe(true)
          expect(mayClaim(stateOfClaim({ inspections, steps }))).toBe(steps.at(-1) === 'return')
        },
      ),
    )
  })
})
