/** Which units are offered for a share of a task's promises. */
import type { UnitId } from './ids.ts'
import type { Candidate } from './plan-default.ts'
import type { Task } from './programme.ts'

type Membership = { readonly groupId: UnitId; readonly unitId: UnitId }
type Known = Pick<Candidate, 'unitId' | 'name' | 'kind'>

/** Groups stand for their members; a unit bound twice is offered once: leading first, then as printed, then all others. */
export function candidatesOf(
  task: Pick<Task, 'leadUnits' | 'cooperatingUnits'>,
  units: readonly Known[],
  memberships: readonly Membership[],
): Candidate[] {
  const known = new Map(units.map((unit) => [unit.unitId, unit]))
  const offered = new Map<UnitId, Candidate>()
  const offer = (unitId: UnitId, relation: Candidate['relation']) => {
    const unit = known.get(unitId)
    if (unit && !offered.has(unitId)) offered.set(unitId, { ...unit, relation })
  }
  const offerBound = (unitId: UnitId, relation: 'lead' | 'cooperating') => {
    const members = memberships.filter(({ groupId }) => groupId === unitId)
    offer(unitId, relation)
    for (const member of members) offer(member.unitId, relation === 'lead' ? 'lead' : 'member')
  }
  for (const { unitId } of task.leadUnits) offerBound(unitId, 'lead')
  for (const { unitId } of task.cooperatingUnits) offerBound(unitId, 'cooperating')
  for (const { unitId } of units) offer(unitId, 'other')
  return [...offered.values()]
}
