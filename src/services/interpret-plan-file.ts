/** What the rows of a plan file mean beside the plans there are: drafts for what is new, and every cell at fault. */
import { decimal, type Decimal } from '../domain/decimal.ts'
import type { IndicatorId, UnitId } from '../domain/ids.ts'
import type { Month } from '../domain/month.ts'
import {
  planFaults,
  type fileFaultReasons,
  type PlanFault,
  type PlanFaultReason,
} from '../domain/plan-check.ts'
import type { PlanDraft, PlanShare, PlanStage } from '../domain/plan.ts'
import { pointsOf } from '../domain/plan-default.ts'
import { carriesMark, monthHeadOf } from '../domain/plan-file-heads.ts'
import { parsePlainDate } from '../domain/plain-date.ts'
import type { Target } from '../domain/target.ts'
import type { FileCell, PlanFileRow } from '../import/read-plan-file.ts'

export type KnownPromise = {
  readonly indicatorId: IndicatorId
  readonly target: Target
  readonly months: readonly Month[]
  readonly year: number
  /** Whether a unit of the person who brings the file leads it. */
  readonly isOwn: boolean
  readonly everSigned: boolean
  readonly latest: {
    readonly version: number
    readonly shares: readonly (PlanShare & { readonly unit: string })[]
  } | null
}

export type FileFault = {
  /** B7. */
  readonly cell: string
  readonly why: PlanFaultReason | (typeof fileFaultReasons)[number]
  readonly text: string
}

export type PlanFileReading = {
  readonly drafts: readonly PlanDraft[]
  /** Unit by unit what the drafts change. */
  readonly changes: readonly {
    readonly indicatorId: IndicatorId
    readonly unit: string
    readonly before: Decimal | null
    readonly after: Decimal | null
  }[]
  readonly faults: readonly FileFault[]
  readonly unchanged: number
  /** A change of what somebody signed for: needs a reason, and the office is asked. */
  readonly needsReason: boolean
}

type KnownUnit = { readonly id: UnitId; readonly name: string }

export function interpretPlanFile(
  rows: readonly PlanFileRow[],
  known: ReadonlyMap<string, KnownPromise>,
  unitOf: ReadonlyMap<string, KnownUnit>,
): PlanFileReading {
  const faults: FileFault[] = []
  const read = [...Map.groupBy(rows, ({ id }) => id.text)].flatMap(([id, own]) => {
    const [first] = own
    const promise = known.get(id)
    const fault = (cell: FileCell, why: FileFault['why']) =>
      faults.push({ cell: cell.cell, why, text: cell.text })
    if (!first) return []
    if (!promise || !promise.isOwn) {
      fault(first.id, promise ? 'not-yours' : 'no-such-promise')
      return []
    }
    const isBlank = own.every((row) =>
      [row.value, row.denominator, row.stages, ...row.months.values()].every(isEmpty),
    )
    if (promise.latest === null && isBlank) return []
    return [{ promise, ...readPlan(promise, own, unitOf, faults) }]
  })
  const changed = read.filter(({ promise, draft }) => !isSame(promise, draft))
  const nameOf = new Map([...unitOf.values()].map(({ id, name }) => [id, name]))
  return {
    drafts: changed.map(({ draft }) => draft),
    changes: changed.flatMap(({ promise, draft }) => changesOf(promise, draft, nameOf)),
    faults,
    unchanged: read.length - changed.length,
    needsReason: changed.some(({ promise }) => promise.everSigned),
  }
}

const isEmpty = ({ text }: FileCell): boolean => text === ''

function readPlan(
  promise: KnownPromise,
  rows: readonly PlanFileRow[],
  unitOf: ReadonlyMap<string, KnownUnit>,
  faults: FileFault[],
): { draft: PlanDraft } {
  const fault = (cell: FileCell, why: FileFault['why']) =>
    faults.push({ cell: cell.cell, why, text: cell.text })
  const figure = (cell: FileCell): Decimal | null => {
    if (cell.text === '' || cell.text === carriesMark) return null
    const value = readFigure(cell.text)
    if (value === undefined) fault(cell, 'unreadable')
    return value ?? null
  }
  const before = faults.length
  const version = promise.latest?.version ?? 0
  const [first] = rows
  if (first && first.version.text !== String(version)) fault(first.version, 'overtaken')
  const shares = rows.flatMap((row): PlanShare[] => {
    const unit = unitOf.get(row.unit.text)
    if (!unit) {
      fault(row.unit, 'no-such-unit')
      return []
    }
    const value = figure(row.value)
    const denominator = figure(row.denominator)
    const stages = readStages(row.stages, fault)
    return [
      {
        unitId: unit.id,
        value,
        denominator,
        weight: null,
        points: readPoints(row, value, denominator),
        stages,
      },
    ]
  })
  const draft: PlanDraft = {
    indicatorId: promise.indicatorId,
    basedOn: version,
    curve: promise.target.kind === 'milestone' ? 'stages' : 'typed',
    basis: 'number',
    baseName: null,
    reason: null,
    shares,
  }
  // What cannot be read is told alone: that its figure is missing would say the same again.
  if (faults.length === before)
    for (const one of planFaults(promise.target, draft, promise.months)) fault(cellOf(one), one.why)
  return { draft }

  /** Without any month they go as time goes. */
  function readPoints(
    row: PlanFileRow,
    value: Decimal | null,
    denominator: Decimal | null,
  ): PlanShare['points'] {
    const cells = promise.months.map((month) => ({ month, cell: monthCell(row, month) }))
    if (cells.every(({ cell }) => isEmpty(cell)))
      return pointsOf(promise.target, value, denominator, 'linear', promise.months)
    return cells.flatMap(({ month, cell }) => {
      const level = figure(cell)
      return level === null ? [] : [{ month, value: level, denominator }]
    })
  }

  function monthCell(row: PlanFileRow, month: Month): FileCell {
    return row.months.get(monthHeadOf(month, promise.year)) ?? { cell: row.id.cell, text: '' }
  }

  function cellOf({ unitId, field }: PlanFault): FileCell {
    const row = rows.find(({ unit }) => unitOf.get(unit.text)?.id === unitId) ?? rows[0]
    if (!row) return { cell: '', text: '' }
    if (field === 'denominator') return row.denominator
    if (field.startsWith('stage-')) return row.stages
    const month = promise.months.find((one) => one === field)
    return month === undefined ? row.value : monthCell(row, month)
  }
}

function readFigure(text: string): Decimal | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  return /^-?\d{1,18}(\.\d{1,9})?$/.test(plain) ? decimal(plain) : undefined
}

/** 立项 2023-03-31；开工 2023-05-31 */
function readStages(cell: FileCell, fault: (cell: FileCell, why: 'unreadable') => void): PlanStage[] {
  const parts = cell.text.split(/[；;\n]+/).filter((part) => part.trim() !== '')
  return parts.flatMap((part) => {
    const [, stage, date] = /^(.+?)\s*(\d{4}-\d{2}-\d{2})$/.exec(part.trim()) ?? []
    try {
      if (stage === undefined || date === undefined) throw new RangeError(part)
      return [{ stage, dueOn: parsePlainDate(date) }]
    } catch {
      fault(cell, 'unreadable')
      return []
    }
  })
}

const said = ({ unitId, value, denominator, points, stages }: PlanShare): string =>
  JSON.stringify([unitId, value, denominator, points.map((p) => [p.month, p.value]), stages])

function isSame({ latest }: KnownPromise, draft: PlanDraft): boolean {
  const before = latest?.shares.map(said).toSorted() ?? []
  return JSON.stringify(before) === JSON.stringify(draft.shares.map(said).toSorted())
}

function changesOf(
  { indicatorId, latest }: KnownPromise,
  draft: PlanDraft,
  nameOf: ReadonlyMap<UnitId, string>,
): PlanFileReading['changes'] {
  const before = new Map(latest?.shares.map((share) => [share.unitId, share]))
  const after = new Map(draft.shares.map((share) => [share.unitId, share]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((unitId) => {
    const was = before.get(unitId)
    const is = after.get(unitId)
    if (was && is && said(was) === said(is)) return []
    const unit = was?.unit ?? nameOf.get(unitId) ?? ''
    return [{ indicatorId, unit, before: was?.value ?? null, after: is?.value ?? null }]
  })
}
