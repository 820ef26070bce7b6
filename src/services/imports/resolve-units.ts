/** What printed unit names stand for: chosen by a person, known to the tenant, or proposed as new. Pure. */
import type { DraftProgramme } from '../../domain/programme/draft.ts'
import type { UnitId } from '../../domain/values/ids.ts'
import type { Unit, UnitChoice } from '../../domain/programme/unit.ts'
import { recogniseUnit, sameBody } from '../../import/directory/recognise-unit.ts'

export type ResolvedUnit = {
  readonly name: string
  readonly choice: UnitChoice
  /** The name of the unit it stands for. */
  readonly unitName: string
  /** Whether a person chose it. */
  readonly chosen: boolean
  /** In how many tasks it is printed. */
  readonly uses: number
}

/** Every printed unit name of a draft once, in order of first appearance. */
export function resolveUnits(
  draft: DraftProgramme,
  choices: Readonly<Record<string, UnitChoice>>,
  units: readonly Unit[],
): ResolvedUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const byAlias = new Map(units.flatMap((unit) => [unit.name, ...unit.aliases].map((alias) => [alias, unit])))
  const resolved: ResolvedUnit[] = []
  for (const [name, uses] of countUses(draft)) {
    const chosen = choices[name]
    const choice = chosen ? settle(chosen, byAlias) : propose(name, byAlias, units, resolved)
    const unitName = choice.kind === 'new' ? choice.name : (byId.get(choice.unitId)?.name ?? name)
    resolved.push({ name, choice, unitName, chosen: chosen !== undefined, uses })
  }
  return resolved
}

/** A “new” unit by a name that a unit already has is that unit. */
function settle(choice: UnitChoice, byAlias: ReadonlyMap<string, Unit>): UnitChoice {
  const known = choice.kind === 'new' ? byAlias.get(choice.name) : undefined
  return known ? { kind: 'known', unitId: known.id } : choice
}

function countUses(draft: DraftProgramme): Map<string, number> {
  const uses = new Map<string, number>()
  for (const task of draft.projects.flatMap((project) => project.tasks)) {
    for (const { name } of [...task.leadUnits, ...task.cooperatingUnits])
      uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  return uses
}

function propose(
  name: string,
  byAlias: ReadonlyMap<string, Unit>,
  units: readonly Unit[],
  earlier: readonly ResolvedUnit[],
): UnitChoice {
  const known = byAlias.get(name) ?? units.find((unit) => sameBody(unit.name, name))
  if (known) return { kind: 'known', unitId: known.id }
  // Another spelling of a body that this same document already brings in.
  const twin = earlier.find((other) => other.choice.kind === 'new' && sameBody(other.name, name))
  if (twin) return twin.choice
  return { kind: 'new', name, unitKind: recogniseUnit(name)?.kind ?? 'institution' }
}

/** The units to create and the aliases to add so that every printed name has a unit, and which unit each has. */
export function unitBindings(
  resolved: readonly ResolvedUnit[],
  newUnitId: () => UnitId,
): {
  readonly newUnits: readonly {
    readonly id: UnitId
    readonly choice: Extract<UnitChoice, { kind: 'new' }>
    readonly aliases: readonly string[]
  }[]
  readonly unitOf: ReadonlyMap<string, UnitId>
} {
  const created = new Map<
    string,
    { id: UnitId; choice: Extract<UnitChoice, { kind: 'new' }>; aliases: string[] }
  >()
  const unitOf = new Map<string, UnitId>()
  for (const { name, choice } of resolved) {
    if (choice.kind === 'known') {
      unitOf.set(name, choice.unitId)
      continue
    }
    const unit = created.get(choice.name) ?? { id: newUnitId(), choice, aliases: [] }
    unit.aliases.push(name)
    created.set(choice.name, unit)
    unitOf.set(name, unit.id)
  }
  return { newUnits: [...created.values()], unitOf }
}
