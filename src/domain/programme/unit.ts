/** Organisations and the names documents know them by (glossary: 单位, 单位组). */
import type { UnitId } from '../values/ids.ts'

export const unitKinds = [
  'government',
  'department',
  'district',
  'town',
  'institution',
  'enterprise',
  'organisation', // mass organisations: 残联, 团市委, 红十字会
  'group', // a name standing for several units at a date
] as const
export type UnitKind = (typeof unitKinds)[number]

export type Unit = {
  readonly id: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
  /** For a group: the units it stands for today. */
  readonly memberIds: readonly UnitId[]
}

/** What a printed unit name stands for: a unit the tenant has, or one to be created at adoption. */
export type UnitChoice =
  | { readonly kind: 'known'; readonly unitId: UnitId }
  | { readonly kind: 'new'; readonly name: string; readonly unitKind: UnitKind }
