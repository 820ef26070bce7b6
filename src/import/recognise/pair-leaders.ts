/** Leaders and lead units that share a task are set line by line: which leader each unit stands beside. */
import type { DraftName } from '../../domain/programme/draft.ts'
import type { TableCell } from './task-table.ts'

/** Units with the leader of their line; as they are where the lines do not tell. */
export function pairLeaders(
  leaders: readonly DraftName[],
  units: readonly DraftName[],
  leaderCells: readonly TableCell[],
  unitCells: readonly TableCell[],
): DraftName[] {
  if (leaders.length < 2) return [...units]
  const lineOf = linesOf(leaderCells, unitCells)
  const pairs = units.map((unit) => lineOf(leaders, unit) ?? undefined)
  const paired = pairs.every((leader) => leader !== undefined) && new Set(pairs).size > 1
  const inOrder = leaders.length === units.length && leaderCells.length === 1 && unitCells.length === 1
  return units.map((unit, index) => {
    const leader = paired ? pairs[index] : inOrder ? leaders[index] : undefined
    return leader === undefined ? unit : { ...unit, leader: leader.name }
  })
}

type FindLeader = (leaders: readonly DraftName[], unit: DraftName) => DraftName | undefined

/** By the row of their cells where a task has several, else by the line within the one cell. */
function linesOf(leaderCells: readonly TableCell[], unitCells: readonly TableCell[]): FindLeader {
  const [leaderCell] = leaderCells
  const [unitCell] = unitCells
  if (leaderCells.length > 1) {
    return (leaders, unit) => {
      const beside = leaderCells.find(
        ({ cell }) => cell.row <= (unit.place.row ?? 0) && (unit.place.row ?? 0) < cell.row + cell.rowSpan,
      )
      return leaders.find(({ place }) => place.row === beside?.cell.row)
    }
  }
  const leaderLines = leaderCell?.cell.text.split('\n').length ?? 0
  const unitLines = unitCell?.cell.text.split('\n').length ?? 0
  if (leaderCell === undefined || unitCell === undefined || leaderLines !== unitLines) return () => undefined
  const line = (text: string, at: number): number => text.slice(0, at).split('\n').length
  return (leaders, unit) =>
    leaders.findLast(
      ({ place }) => line(leaderCell.cell.text, place.start) <= line(unitCell.cell.text, unit.place.start),
    )
}
