/** Units, their names and what groups stand for. */
import { sql } from 'kysely'
import type { UnitId } from '../domain/values/ids.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { Unit, UnitKind } from '../domain/programme/unit.ts'
import type { TenantTransaction } from './db.ts'

export type NewUnit = {
  readonly id: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly parentId: UnitId | null
  readonly divisionCode: string | null
  /** Every name it is known by; its own need not be among them. */
  readonly aliases: readonly string[]
  readonly validFrom: PlainDate
}

export async function insertUnits(tx: TenantTransaction, units: readonly NewUnit[]): Promise<void> {
  if (units.length === 0) return
  await tx.query
    .insertInto('unit')
    .values(
      units.map((unit) => ({
        tenant_id: tx.tenantId,
        id: unit.id,
        name: unit.name,
        kind: unit.kind,
        parent_id: unit.parentId,
        division_code: unit.divisionCode,
        valid_from: unit.validFrom,
      })),
    )
    .execute()
  await insertAliases(
    tx,
    units.flatMap((unit) =>
      [...new Set([unit.name, ...unit.aliases])].map((alias) => ({
        alias,
        unitId: unit.id,
        validFrom: unit.validFrom,
      })),
    ),
  )
}

export type NewAlias = { readonly alias: string; readonly unitId: UnitId; readonly validFrom: PlainDate }

export async function insertAliases(tx: TenantTransaction, aliases: readonly NewAlias[]): Promise<void> {
  if (aliases.length === 0) return
  await tx.query
    .insertInto('unit_alias')
    .values(
      aliases.map(({ alias, unitId, validFrom }) => ({
        tenant_id: tx.tenantId,
        alias,
        unit_id: unitId,
        valid_from: validFrom,
      })),
    )
    .execute()
}

export async function insertMembers(
  tx: TenantTransaction,
  members: readonly { readonly groupId: UnitId; readonly unitId: UnitId; readonly validFrom: PlainDate }[],
): Promise<void> {
  if (members.length === 0) return
  await tx.query
    .insertInto('unit_member')
    .values(
      members.map(({ groupId, unitId, validFrom }) => ({
        tenant_id: tx.tenantId,
        group_id: groupId,
        unit_id: unitId,
        valid_from: validFrom,
      })),
    )
    .execute()
}

/** All units valid at a date, in pinyin order. */
export async function listUnits(tx: TenantTransaction, at: PlainDate): Promise<Unit[]> {
  const { rows } = await sql<{
    id: UnitId
    name: string
    kind: UnitKind
    aliases: string[]
    member_ids: UnitId[]
  }>`
    select unit.id, unit.name, unit.kind,
      array(
        select unit_alias.alias from unit_alias
        where unit_alias.tenant_id = unit.tenant_id and unit_alias.unit_id = unit.id
          and unit_alias.valid_from <= ${at} and (unit_alias.valid_to is null or unit_alias.valid_to >= ${at})
        order by unit_alias.alias
      ) as aliases,
      array(
        select unit_member.unit_id from unit_member
        where unit_member.tenant_id = unit.tenant_id and unit_member.group_id = unit.id
          and unit_member.valid_from <= ${at} and (unit_member.valid_to is null or unit_member.valid_to >= ${at})
        order by unit_member.unit_id
      ) as member_ids
    from unit
    where unit.tenant_id = ${tx.tenantId}
      and unit.valid_from <= ${at} and (unit.valid_to is null or unit.valid_to >= ${at})
    order by unit.name collate "zh-x-icu"
  `.execute(tx.query)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    aliases: row.aliases,
    memberIds: row.member_ids,
  }))
}
