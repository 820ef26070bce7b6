/** The columns and sums of a sheet in the words of the screen. */
import { useTranslation } from 'react-i18next'
import { add, decimal, type Decimal } from '../../../domain/decimal.ts'
import type { PlanBody } from '../../../domain/plan.ts'
import { addsUp } from '../../../domain/plan.ts'
import { grouped } from '../../ui/figures.ts'
import type { SheetColumn, SheetFooter } from '../../ui/sheet-grid.tsx'
import { sheetColumns, type PlanSheet, type SheetFrame } from './plan-sheet.ts'

export function usePlanColumns(): (sheet: PlanSheet, frame: SheetFrame) => SheetColumn[] {
  const { t } = useTranslation('plans')
  return (sheet, frame) =>
    sheetColumns(sheet, frame).map((key) => ({ key, heading: heading(key), width: widthOf(key) }))

  function heading(key: string): string {
    const month = /^(\d{4})-(\d{2})-01$/.exec(key)
    if (month) return t('monthColumn', { month: Number(month[2]) })
    if (key.startsWith('stage-')) return ''
    return t(`column_${key as 'weight' | 'value' | 'denominator'}`)
  }
}

const widthOf = (key: string) => (key === 'value' || key.startsWith('stage-') ? 'wide' : undefined)

/** Sums below the sheet, where its figures add up. */
export function usePlanSums(): (
  body: PlanBody,
  columns: readonly SheetColumn[],
  frame: SheetFrame,
) => SheetFooter[] {
  const { t } = useTranslation('plans')
  return (body, columns, { target }) => {
    if (!addsUp(target) || target.kind === 'rate') return []
    const cells = columns.map(({ key }) => {
      if (key === 'weight') return total(body.shares.map(({ weight }) => weight))
      if (key === 'value') return total(body.shares.map(({ value }) => value))
      return total(body.shares.map(({ points }) => points.find(({ month }) => month === key)?.value ?? null))
    })
    return [{ heading: t('sum'), cells }]
  }
}

function total(values: readonly (Decimal | null)[]): string {
  return grouped(values.reduce<Decimal>((sum, value) => (value === null ? sum : add(sum, value)), decimal(0)))
}
