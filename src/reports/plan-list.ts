/** A plan as a list: a row for each promise and unit, the months across; what a lead unit fills in and sends back. */
import type { Decimal } from '../domain/decimal.ts'
import type { IndicatorId } from '../domain/ids.ts'
import type { Month } from '../domain/month.ts'
import type { PlanShare } from '../domain/plan.ts'
import type { Target } from '../domain/target.ts'
import { carriesMark, monthHeadOf, planFileHeads } from '../domain/plan-file-heads.ts'
import type { SheetList } from './sheets-xlsx.ts'

export type PlanFilePromise = {
  readonly indicatorId: IndicatorId
  readonly taskNo: string
  readonly target: Target
  readonly months: readonly Month[]
  readonly version: number
  readonly shares: readonly (PlanShare & { readonly unit: string })[]
  /** Where nothing is split yet: who would carry it, for the figures to be filled in. */
  readonly suggested: readonly string[]
}

export function planList(year: number, promises: readonly PlanFilePromise[]): SheetList {
  const months = [...new Set(promises.flatMap((promise) => promise.months))].toSorted()
  return {
    name: '分解表',
    columns: [
      { head: planFileHeads.task, width: 6 },
      { head: planFileHeads.promise, width: 36 },
      { head: planFileHeads.target, width: 14 },
      { head: planFileHeads.unit, width: 16 },
      { head: planFileHeads.value, width: 10 },
      { head: planFileHeads.denominator, width: 10 },
      { head: planFileHeads.stages, width: 30 },
      ...months.map((month) => ({ head: monthHeadOf(month, year), width: 9 })),
      { head: planFileHeads.version, width: 6 },
      { head: planFileHeads.id, width: 38 },
    ],
    rows: promises.flatMap((promise) => rowsOf(promise, months)),
  }
}

type Row = SheetList['rows'][number]

function rowsOf(promise: PlanFilePromise, months: readonly Month[]): Row[] {
  const { taskNo, target, version, indicatorId, shares, suggested } = promise
  const head = [taskNo, `${target.action}${target.object}`, targetText(target)]
  const tail = [version, indicatorId]
  if (version === 0)
    return suggested.map((unit) => [...head, unit, null, null, null, ...months.map(() => null), ...tail])
  return shares.map(({ unit, value, denominator, points, stages }) => [
    ...head,
    unit,
    value === null && stages.length === 0 ? carriesMark : figure(value),
    figure(denominator),
    stages.map(({ stage, dueOn }) => `${stage} ${dueOn}`).join('；') || null,
    ...months.map((month) => figure(points.find((point) => point.month === month)?.value ?? null)),
    ...tail,
  ])
}

/** What a spreadsheet holds exactly goes as a number, what it does not as text. */
function figure(value: Decimal | null): number | string | null {
  if (value === null) return null
  return value.replace(/[-.]/g, '').length <= 15 ? Number(value) : value
}

function targetText({ value, valueMax, unit }: Target): string | null {
  if (value === null) return null
  return `${value}${valueMax === null ? '' : `—${valueMax}`}${unit ?? ''}`
}
