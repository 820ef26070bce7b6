/** What columns mean by which stand together: 责任单位 beside 牵头单位 is not the 责任单位 that stands alone. */
import type { ColumnRole } from './column-heads.ts'
import { isFigures, wholeUnit } from './figure-units.ts'

export type Roles = readonly (ColumnRole | undefined)[]
type Columns = Partial<Record<ColumnRole, readonly number[]>>
export type ColumnsByRole = Readonly<Columns>

/** `textOf` gives the cells of a column below its head. */
export function columnsByRole(roles: Roles, textOf: (column: number) => string): ColumnsByRole {
  const columns: Partial<Record<ColumnRole, number[]>> = {}
  roles.forEach((role, column) => {
    const settled = settle(role, column, roles, textOf)
    if (settled !== undefined) (columns[settled] ??= []).push(column)
  })
  return textColumns(unitColumns(columns))
}

function settle(
  role: ColumnRole | undefined,
  column: number,
  roles: Roles,
  textOf: (column: number) => string,
): ColumnRole | undefined {
  if (role === 'progress') return roleOfProgress(textOf(column))
  if (role === 'unit') return areUnits(textOf(column)) ? role : 'responsible'
  if (role !== 'content' && role !== 'planned') return role
  const others = roles.filter((_, i) => i !== column)
  if (others.some((other) => other === 'content' || other === 'project') && isFigures(textOf(column)))
    return 'plan'
  return role === 'planned' && others.includes('content') ? 'plan' : 'content'
}

/** 单位 heads measure words as well as bodies. */
function areUnits(text: string): boolean {
  return text.split('\n').every((line) => line.trim() === '' || wholeUnit(line.trim()) !== '')
}

/** 进度 heads what is planned as well as what has been done. */
function roleOfProgress(text: string): ColumnRole {
  return /已|目前|正在|截至|完成率/.test(text) ? 'result' : 'plan'
}

/**
 * Where no column names leaders, those who answer for the units are taken for them. Of several columns of responsible
 * units without a lead the first leads; beside cooperating units all responsible ones do.
 */
function unitColumns(columns: Columns): Columns {
  const { leaders = [], persons = [], lead = [], responsible = [], cooperating = [] } = columns
  const people = leaders.length > 0 ? {} : { leaders: persons, persons: [] }
  const [first, ...rest] = responsible
  if (lead.length > 0 || first === undefined) return { ...columns, ...people }
  if (cooperating.length === 0 && rest.length === 0) return { ...columns, ...people }
  return { ...columns, ...people, lead: [first], responsible: rest }
}

/**
 * With no column for the sentences the names of the items are the promises; with no column for names but two for
 * sentences ("主要任务", "年度目标") the first names what the second promises.
 */
function textColumns(columns: Columns): Columns {
  const { content = [], project = [], category } = columns
  if (content.length === 0) return { ...columns, content: project, project: category ?? [], category: [] }
  if (project.length > 0) return columns
  if (category !== undefined) return { ...columns, project: category, category: [] }
  return content.length > 1
    ? { ...columns, project: content.slice(0, 1), content: content.slice(1) }
    : columns
}
