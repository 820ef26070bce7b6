/** A plan as it is being typed: every cell is text until it is submitted, so that nothing typed is lost or changed. */
import { compareDecimals, decimal, type Decimal } from '../../../domain/decimal.ts'
import type { UnitId } from '../../../domain/ids.ts'
import type { Month } from '../../../domain/month.ts'
import { addsUp, type PlanBasis, type PlanBody, type PlanCurve } from '../../../domain/plan.ts'
import type { ShapedCurve } from '../../../domain/plan-curve.ts'
import { pointsOf, spreadStages, splitTarget } from '../../../domain/plan-default.ts'
import { splitByWeights } from '../../../domain/plan-split.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import type { Target } from '../../../domain/target.ts'
import { readTypedNumber } from '../../../domain/typed-number.ts'
import { readTypedDay } from './typed-day.ts'

/** What a plan is made for; nothing of it is typed. */
export type SheetFrame = {
  readonly target: Target
  readonly months: readonly Month[]
  readonly deadline: PlainDate | null
  readonly year: number
}

export type PlanRow = {
  readonly unitId: UnitId
  /** By column: `weight`, `value`, `denominator`, a month, `stage-0`…; a missing one is empty. */
  readonly cells: Readonly<Record<string, string>>
}

export type PlanSheet = {
  readonly curve: PlanCurve
  readonly basis: PlanBasis
  readonly baseName: string
  readonly stageNames: readonly string[]
  readonly rows: readonly PlanRow[]
}

export function isShaped(curve: PlanCurve): curve is ShapedCurve {
  return curve !== 'typed' && curve !== 'stages'
}

/** The columns of a sheet, in order. */
export function sheetColumns({ basis, stageNames }: PlanSheet, { target, months }: SheetFrame): string[] {
  if (target.kind === 'milestone') return stageNames.map((_, index) => `stage-${index}`)
  const weight = basis === 'number' || !addsUp(target) || target.kind === 'rate' ? [] : ['weight']
  const denominator = target.kind === 'rate' ? ['denominator'] : []
  return [...weight, ...denominator, 'value', ...months]
}

export function sheetOf(body: PlanBody): PlanSheet {
  const [first] = body.shares
  return {
    curve: body.curve,
    basis: body.basis,
    baseName: body.baseName ?? '',
    stageNames: first?.stages.map(({ stage }) => stage) ?? [],
    rows: body.shares.map(({ unitId, value, denominator, weight, points, stages }) => ({
      unitId,
      cells: Object.fromEntries([
        ['value', value ?? ''],
        ['denominator', denominator ?? ''],
        ['weight', weight ?? ''],
        ...points.map((point) => [point.month, point.value] as const),
        ...stages.map(({ dueOn }, index) => [`stage-${index}`, dueOn] as const),
      ]),
    })),
  }
}

export type UnreadableCell = { readonly row: number; readonly column: string }

/** The plan that a sheet says, and the cells that are no figure or no day. */
export function readSheet(
  sheet: PlanSheet,
  frame: SheetFrame,
): { readonly body: PlanBody; readonly unreadable: readonly UnreadableCell[] } {
  const unreadable: UnreadableCell[] = []
  const columns = new Set(sheetColumns(sheet, frame))
  const figure = (row: number, column: string): Decimal | null => {
    const typed = sheet.rows[row]?.cells[column]?.trim() ?? ''
    if (typed === '' || !columns.has(column)) return null
    const value = readTypedNumber(typed)
    if (value === undefined) unreadable.push({ row, column })
    return value ?? null
  }
  const shares = sheet.rows.map(({ unitId, cells }, row) => {
    const denominator = figure(row, 'denominator')
    return {
      unitId,
      value: figure(row, 'value'),
      denominator,
      weight: figure(row, 'weight'),
      points: frame.months.flatMap((month) => {
        const value = figure(row, month)
        return value === null ? [] : [{ month, value, denominator }]
      }),
      stages: sheet.stageNames.flatMap((stage, index) => {
        const column = `stage-${index}`
        const typed = cells[column]?.trim() ?? ''
        if (typed === '' || !columns.has(column)) return []
        const dueOn = readTypedDay(typed, frame.year)
        if (dueOn === undefined) unreadable.push({ row, column })
        return dueOn === undefined ? [] : [{ stage, dueOn }]
      }),
    }
  })
  const { curve, basis, baseName } = sheet
  return {
    body: {
      curve,
      basis,
      baseName: basis === 'base' && baseName.trim() !== '' ? baseName.trim() : null,
      shares,
    },
    unreadable,
  }
}

export type SheetEdit = { readonly row: number; readonly column: string; readonly value: string }

/** Takes typed cells in: a share typed fills its months again, a weight all shares; a month typed makes the months typed. */
export function editSheet(sheet: PlanSheet, edits: readonly SheetEdit[], frame: SheetFrame): PlanSheet {
  const changed = edits.filter(({ row, column, value }) => (sheet.rows[row]?.cells[column] ?? '') !== value)
  if (changed.length === 0) return sheet
  const rows = sheet.rows.map((row, index) => {
    const own = changed.filter((edit) => edit.row === index)
    if (own.length === 0) return row
    return {
      ...row,
      cells: { ...row.cells, ...Object.fromEntries(own.map(({ column, value }) => [column, value])) },
    }
  })
  const months = new Set<string>(frame.months)
  const typedMonths = changed.some(({ column }) => months.has(column))
  const edited: PlanSheet = {
    ...sheet,
    rows,
    curve: typedMonths && isShaped(sheet.curve) ? 'typed' : sheet.curve,
  }
  if (changed.some(({ column }) => column === 'weight')) return splitAgain(edited, frame)
  // A pasted block that holds both is taken as it is.
  if (typedMonths) return edited
  const touched = new Set(
    changed.filter(({ column }) => ['value', 'denominator'].includes(column)).map(({ row }) => row),
  )
  return {
    ...edited,
    rows: rows.map((row, index) => (touched.has(index) ? fillMonths(row, edited.curve, frame) : row)),
  }
}

/** Months of one row by the curve. A plan typed in keeps its shape: what was typed is kept as it is. */
function fillMonths(row: PlanRow, curve: PlanCurve, { target, months }: SheetFrame): PlanRow {
  if (!isShaped(curve)) return row
  const value = readTypedNumber(row.cells['value'] ?? '')
  const denominator = readTypedNumber(row.cells['denominator'] ?? '') ?? null
  const points = value === undefined ? [] : pointsOf(target, value, denominator, curve, months)
  const levels = months.map(
    (month) => [month, points.find((point) => point.month === month)?.value ?? ''] as const,
  )
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(levels) } }
}

export function chooseCurve(sheet: PlanSheet, curve: PlanCurve, frame: SheetFrame): PlanSheet {
  return { ...sheet, curve, rows: sheet.rows.map((row) => fillMonths(row, curve, frame)) }
}

/** Splits the target anew by what the rows weigh; by number, equally. Typed months are shaped as time goes. */
export function splitAgain(sheet: PlanSheet, frame: SheetFrame): PlanSheet {
  const units = sheet.rows.map(({ unitId }) => unitId)
  const weights =
    sheet.basis === 'number'
      ? null
      : new Map(
          sheet.rows.map(
            ({ unitId, cells }) => [unitId, readTypedNumber(cells['weight'] ?? '') ?? decimal(0)] as const,
          ),
        )
  if (weights && [...weights.values()].some((weight) => compareDecimals(weight, decimal(0)) < 0)) return sheet
  const curve = isShaped(sheet.curve) ? sheet.curve : 'linear'
  const split = splitTarget(
    frame.target,
    units,
    { basis: sheet.basis, baseName: sheet.baseName || null, weights, curve },
    frame.months,
    frame.deadline,
  )
  return {
    ...sheet,
    curve: split.curve,
    rows: sheet.rows.map((row, index) => {
      const value = split.shares[index]?.value ?? null
      if (value === null) return row
      return fillMonths({ ...row, cells: { ...row.cells, value } }, split.curve, frame)
    }),
  }
}

export function chooseBasis(
  sheet: PlanSheet,
  basis: PlanBasis,
  stored: { readonly name: string; readonly weights: ReadonlyMap<UnitId, Decimal> } | null,
  frame: SheetFrame,
): PlanSheet {
  // Percentages that add up to 100, to start from.
  const even =
    basis === 'percentage'
      ? splitByWeights(
          decimal(100),
          sheet.rows.map(({ unitId }) => ({ key: unitId, weight: decimal(1) })),
          2,
        )
      : new Map<UnitId, Decimal>()
  const rows = sheet.rows.map((row) => {
    const weight = (stored ? stored.weights : even).get(row.unitId) ?? ''
    return { ...row, cells: { ...row.cells, weight } }
  })
  const chosen: PlanSheet = {
    ...sheet,
    basis,
    baseName: stored?.name ?? (basis === 'base' ? sheet.baseName : ''),
    rows,
  }
  // Without weights there is nothing to split by yet: the shares stay until some are typed.
  return basis === 'base' && !stored ? chosen : splitAgain(chosen, frame)
}

export function addUnit(sheet: PlanSheet, unitId: UnitId, frame: SheetFrame): PlanSheet {
  if (sheet.rows.some((row) => row.unitId === unitId)) return sheet
  const [first] = sheet.rows
  const stages = frame.target.kind === 'milestone' ? (first?.cells ?? {}) : {}
  const value = frame.target.kind === 'rate' ? (frame.target.value ?? '') : ''
  const row = { unitId, cells: { ...stages, value } }
  return { ...sheet, rows: [...sheet.rows, fillMonths(row, sheet.curve, frame)] }
}

export function removeUnit(sheet: PlanSheet, unitId: UnitId): PlanSheet {
  return { ...sheet, rows: sheet.rows.filter((row) => row.unitId !== unitId) }
}

/** Other stages, spread evenly up to the deadline. */
export function chooseStages(sheet: PlanSheet, stageNames: readonly string[], frame: SheetFrame): PlanSheet {
  const stages = spreadStages(stageNames, frame.months, frame.deadline)
  const cells = Object.fromEntries(stages.map(({ dueOn }, index) => [`stage-${index}`, dueOn]))
  return { ...sheet, stageNames, rows: sheet.rows.map(({ unitId }) => ({ unitId, cells })) }
}

/** The contract’s types are what JSON parses to, which may be written to. */
export function mutable(body: PlanBody) {
  const { curve, basis, baseName, shares } = body
  return {
    curve,
    basis,
    baseName,
    shares: shares.map((share) => ({ ...share, points: [...share.points], stages: [...share.stages] })),
  }
}
