/**
 * How good chances were. Sampling errors go by programme: the months of a cell and the cells of a unit fare alike, so a
 * programme is one draw, however many cases it has (cluster-robust standard errors: Liang & Zeger, Biometrika 73, 1986).
 */
import type { Case } from './backtest-cases.ts'
import { median } from './measure.ts'
import type { YardstickName } from './yardsticks.ts'

export type Estimate = { readonly value: number; /** Two standard errors. */ readonly error: number }

export type GroupScore = {
  readonly group: string
  readonly cases: number
  readonly met: number
  readonly brier: number
  readonly logLoss: number
  readonly yardsticks: Readonly<Record<YardstickName, number>>
  readonly hard: Readonly<Record<YardstickName, number>>
  /** Brier of the yardstick less ours: above 0 where we are better. */
  readonly ahead: Readonly<Record<YardstickName, Estimate>>
  readonly held: number
  readonly daysOff: number
}

export function scoreGroup(group: string, cases: readonly Case[]): GroupScore {
  const lost = (chance: number, { met }: Case) => (chance - Number(met)) ** 2
  const both = (of: (name: YardstickName) => number) => ({
    proRata: of('proRata'),
    lastMonth: of('lastMonth'),
  })
  const ahead = (name: YardstickName) =>
    estimate(cases, (one) => lost(one.yardsticks[name], one) - lost(one.probability, one))
  return {
    group,
    cases: cases.length,
    met: mean(cases, ({ met }) => Number(met)),
    brier: mean(cases, (one) => lost(one.probability, one)),
    logLoss: mean(cases, ({ met, probability }) => -Math.log(inside(met ? probability : 1 - probability))),
    yardsticks: both((name) => mean(cases, (one) => lost(one.yardsticks[name], one))),
    hard: both((name) => mean(cases, (one) => lost(one.hard[name], one))),
    ahead: { proRata: ahead('proRata'), lastMonth: ahead('lastMonth') },
    held: mean(cases, ({ held }) => Number(held)),
    daysOff: median(cases.flatMap(({ daysOff }) => daysOff ?? [])),
  }
}

/** A certainty that was wrong would cost infinitely much. */
function inside(chance: number): number {
  return Math.min(0.9995, Math.max(0.0005, chance))
}

export type Bin = {
  readonly from: number
  readonly to: number
  readonly cases: number
  readonly said: number
  readonly came: number
  /** Two standard errors of `came` − `said`. */
  readonly error: number
}

/** Ten bins; the last includes 1. */
export function reliability(cases: readonly Case[]): Bin[] {
  return Array.from({ length: 10 }, (_, bin) => {
    const inBin = cases.filter(({ probability }) => Math.min(9, Math.floor(probability * 10 + 1e-9)) === bin)
    return {
      from: bin / 10,
      to: (bin + 1) / 10,
      cases: inBin.length,
      said: mean(inBin, ({ probability }) => probability),
      came: mean(inBin, ({ met }) => Number(met)),
      error: estimate(inBin, ({ probability, met }) => Number(met) - probability).error,
    }
  })
}

/** Whether what came true differs from what was said by no more than chance explains (99 %: ten bins are looked at). */
export function isCalibrated({ cases, said, came, error }: Bin): boolean {
  return cases === 0 || Math.abs(came - said) <= 1.3 * error
}

function mean(cases: readonly Case[], of: (one: Case) => number): number {
  return cases.reduce((sum, one) => sum + of(one), 0) / cases.length
}

function estimate(cases: readonly Case[], of: (one: Case) => number): Estimate {
  const value = mean(cases, of)
  const clusters = Map.groupBy(cases, ({ programme }) => programme)
  let squares = 0
  for (const cluster of clusters.values()) {
    squares += cluster.reduce((sum, one) => sum + of(one) - value, 0) ** 2
  }
  const count = clusters.size
  const variance = count < 2 ? Number.NaN : ((count / (count - 1)) * squares) / cases.length ** 2
  return { value, error: 2 * Math.sqrt(variance) }
}
