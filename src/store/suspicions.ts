/**
 * What looks odd, found by one statement a rule whatever the number of entries, inside the transaction that adds them. Ids
 * are digests of what is suspected (UUIDs of version 8), so that finding it again adds nothing.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Boundary } from '../domain/ledger/boundary.ts'
import type { Cell } from '../domain/reporting/cell.ts'
import type { EntryId, IndicatorId, LedgerLoadId, UnitId } from '../domain/values/ids.ts'
import {
  suspicionThresholds as thresholds,
  type FoundInFigure,
  type SuspicionKind,
} from '../domain/evidence/suspicion.ts'
import type { TenantTransaction } from './db.ts'

/** Which entries are new: named one by one, or by the load they came with, which is into one ledger. */
export type NewEntries =
  | { readonly entryIds: readonly EntryId[] }
  | { readonly loadId: LedgerLoadId; readonly indicatorId: IndicatorId; readonly unitId: UnitId }

/** `candidates` gives indicator_id, unit_id, month, entry_id, evidence_id, other_entry_id, other_evidence_id, details. */
async function keep(
  tx: TenantTransaction,
  at: Date,
  kind: SuspicionKind,
  candidates: RawBuilder<unknown>,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into suspicion (tenant_id, id, indicator_id, unit_id, month, kind, entry_id, evidence_id, other_entry_id,
      other_evidence_id, details, found_at)
    select ${tx.tenantId}::uuid, overlay(overlay(md5(concat_ws('|', ${kind}::text, indicator_id, unit_id, month, entry_id, evidence_id,
        other_entry_id, other_evidence_id,
        case when entry_id is null and evidence_id is null then details::text end)) placing '8' from 13) placing '8' from 17)::uuid,
      indicator_id, unit_id, month, ${kind}::text, entry_id, evidence_id, other_entry_id, other_evidence_id, details, ${at}::timestamptz
    from (${candidates}) as candidate
    on conflict do nothing
  `.execute(tx.query)
  return Number(numAffectedRows ?? 0)
}

const nothingBesides = sql`null::uuid as evidence_id, null::uuid as other_entry_id, null::uuid as other_evidence_id`

/** Counted still: not replaced, rejected or withdrawn. */
const stillCounts = sql`
  not exists (select 1 from entry as newer where newer.tenant_id = other.tenant_id and newer.replaces = other.id)
  and coalesce((
    select decided.decision from entry_decision as decided
    where decided.tenant_id = other.tenant_id and decided.entry_id = other.id order by decided.no desc limit 1), 'accept') = 'accept'`

/** Looks at new entries by every rule for entries. */
export async function findInEntries(
  tx: TenantTransaction,
  at: Date,
  added: NewEntries,
  boundaries: readonly Boundary[],
): Promise<void> {
  const fresh = sql`entry.tenant_id = ${tx.tenantId} and ${
    'loadId' in added
      ? sql`entry.indicator_id = ${added.indicatorId} and entry.unit_id = ${added.unitId} and entry.load_id = ${added.loadId}`
      : sql`entry.id = any(${added.entryIds}::uuid[])`
  }`
  await keep(
    tx,
    at,
    'same-identifier',
    sql`
    select entry.indicator_id, entry.unit_id, entry.month, entry.id as entry_id, null::uuid as evidence_id,
      other.id as other_entry_id, null::uuid as other_evidence_id,
      jsonb_build_object('identifier', entry.identifier, 'otherName', coalesce(other.name, other.identifier),
        'otherUnit', unit.name, 'otherMonth', to_char(other.month, 'YYYY-MM')) as details
    from entry
      join lateral (${sameKind(tx, sql`other.identifier = entry.identifier`, sql`other.entered_at, other.id`)}) as other on true
      join unit on unit.tenant_id = entry.tenant_id and unit.id = other.unit_id
    where ${fresh} and entry.identifier is not null`,
  )
  const metres = sql`(111319.49 * sqrt(power((other.latitude - entry.latitude)::float8, 2)
    + power((other.longitude - entry.longitude)::float8 * cos(radians(entry.latitude::float8)), 2)))`
  // A square is wider than what counts as near: the eight around it hold every neighbour.
  const around = (square: string) =>
    sql`${sql.ref(`other.${square}`)} = any(array[${sql.ref(`entry.${square}`)} - 1, ${sql.ref(`entry.${square}`)}, ${sql.ref(`entry.${square}`)} + 1])`
  const within = sql`${around('square_x')} and ${around('square_y')} and ${metres} <= ${thresholds.nearEntryMetres}`
  await keep(
    tx,
    at,
    'near-entry',
    sql`
    select entry.indicator_id, entry.unit_id, entry.month, entry.id as entry_id, null::uuid as evidence_id,
      other.id as other_entry_id, null::uuid as other_evidence_id,
      jsonb_build_object('metres', round(${metres})::text, 'otherName', coalesce(other.name, other.identifier, other.place, ''),
        'otherUnit', unit.name, 'otherMonth', to_char(other.month, 'YYYY-MM')) as details
    from entry
      join lateral (${sameKind(tx, within, sql`${metres}, other.id`)}) as other on true
      join unit on unit.tenant_id = entry.tenant_id and unit.id = other.unit_id
    where ${fresh} and entry.longitude is not null`,
  )
  const figure = (kind: SuspicionKind, condition: RawBuilder<unknown>) =>
    keep(
      tx,
      at,
      kind,
      sql`
      select entry.indicator_id, entry.unit_id, entry.month, entry.id as entry_id, ${nothingBesides},
        jsonb_strip_nulls(jsonb_build_object('value', trim_scale(entry.counts)::text, 'denominator', trim_scale(entry.denominator)::text)) as details
      from entry where ${fresh} and ${condition}`,
    )
  await figure(
    'round-figure',
    sql`entry.counts >= ${thresholds.roundTo} and mod(entry.counts, ${thresholds.roundTo}) = 0`,
  )
  await figure('ratio-above-one', sql`entry.denominator is not null and entry.counts > entry.denominator`)
  await keep(
    tx,
    at,
    'outside-district',
    sql`
    select entry.indicator_id, entry.unit_id, entry.month, entry.id as entry_id, ${nothingBesides},
      jsonb_build_object('district', outline.name, 'kilometres', round((outline.away * 111)::numeric, 1)::text) as details
    from entry
      join unit on unit.tenant_id = entry.tenant_id and unit.id = entry.unit_id
      join lateral (${awayFrom(boundaries, sql`coalesce(entry.district, unit.name)`, sql`point(entry.longitude::float8, entry.latitude::float8)`)}) as outline
        on outline.away > ${thresholds.outsideDegrees}
    where ${fresh} and entry.longitude is not null`,
  )
}

/**
 * One other entry of the same promise, or of the same thing promised in another programme. The order decides the plan too:
 * any one of many would be sought by reading all of them.
 */
function sameKind(
  tx: TenantTransaction,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select other.* from entry as other
    where other.tenant_id = ${tx.tenantId} and other.id <> entry.id and ${condition}
      and other.id is distinct from entry.replaces and other.replaces is distinct from entry.id
      and (other.indicator_id = entry.indicator_id or exists (
        select 1 from indicator_version as mine
          join indicator_version as theirs on theirs.tenant_id = mine.tenant_id and theirs.ledger = mine.ledger and theirs.object = mine.object
        where mine.tenant_id = ${tx.tenantId} and mine.indicator_id = entry.indicator_id and theirs.indicator_id = other.indicator_id))
      and ${stillCounts}
    order by ${order} limit 1`
}

/** How far from the boundary of that name a place lies, in degrees; nothing where there is no such boundary. */
function awayFrom(
  boundaries: readonly Boundary[],
  name: RawBuilder<unknown>,
  place: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const rings = boundaries.flatMap((boundary) =>
    boundary.rings.map((ring) => ({ name: boundary.name, ring })),
  )
  const outlines = rings.map(
    ({ ring }) => `(${ring.map(([x, y]) => `(${String(x)},${String(y)})`).join(',')})`,
  )
  return sql`
    select outline.name, min(${place} <-> outline.ring::polygon) as away
    from unnest(${rings.map((each) => each.name)}::text[], ${outlines}::text[]) as outline (name, ring)
    where outline.name = ${name} group by outline.name`
}

/** Looks at links that were just made, by every rule for photographs. */
export async function findInEvidence(
  tx: TenantTransaction,
  at: Date,
  linkIds: readonly string[],
  boundaries: readonly Boundary[],
): Promise<void> {
  const fresh = sql`link.tenant_id = ${tx.tenantId} and link.id = any(${linkIds}::uuid[])`
  const resembling = (kind: SuspicionKind, alike: RawBuilder<unknown>) =>
    keep(
      tx,
      at,
      kind,
      sql`
      select link.indicator_id, link.unit_id, link.month, link.entry_id, link.evidence_id, other.entry_id as other_entry_id,
        other.evidence_id as other_evidence_id,
        jsonb_build_object('otherUnit', unit.name, 'otherMonth', to_char(other.month, 'YYYY-MM'), 'bits', other.bits::text,
          'otherPromise', (
            select promise.action || promise.object from indicator_version as promise
            where promise.tenant_id = ${tx.tenantId} and promise.indicator_id = other.indicator_id
            order by promise.amendment_no desc limit 1)) as details
      from evidence_link as link
        join evidence as mine on mine.tenant_id = link.tenant_id and mine.id = link.evidence_id
        join lateral (
          select linked.*, coalesce(bit_count(theirs.perceptual_hash # mine.perceptual_hash), 0) as bits
          from evidence as theirs
            join evidence_link as linked on linked.tenant_id = theirs.tenant_id and linked.evidence_id = theirs.id
          where theirs.tenant_id = ${tx.tenantId} and ${alike}
            and (linked.indicator_id, linked.unit_id, linked.month, linked.entry_id)
              is distinct from (link.indicator_id, link.unit_id, link.month, link.entry_id)
          order by bits, linked.linked_at, linked.id limit 1) as other on true
        join unit on unit.tenant_id = link.tenant_id and unit.id = other.unit_id
      where ${fresh} and mine.media_type like 'image/%'`,
    )
  const bits = sql`bit_count(theirs.perceptual_hash # mine.perceptual_hash)`
  await resembling('same-photograph', sql`(theirs.id = mine.id or ${bits} = 0)`)
  await resembling(
    'near-photograph',
    sql`theirs.id <> mine.id and ${bits} > 0 and ${bits} <= ${thresholds.nearPhotographBits}`,
  )
  const taken = (kind: SuspicionKind, condition: RawBuilder<unknown>) =>
    keep(
      tx,
      at,
      kind,
      sql`
      select link.indicator_id, link.unit_id, link.month, link.entry_id, link.evidence_id, null::uuid as other_entry_id,
        null::uuid as other_evidence_id,
        jsonb_build_object('takenOn', mine.taken_at::date::text, 'adoptedOn', begun.day::text, 'month', to_char(link.month, 'YYYY-MM')) as details
      from evidence_link as link
        join evidence as mine on mine.tenant_id = link.tenant_id and mine.id = link.evidence_id
        join indicator on indicator.tenant_id = link.tenant_id and indicator.id = link.indicator_id
        join programme on programme.tenant_id = indicator.tenant_id and programme.id = indicator.programme_id
        cross join lateral (
          -- A table that is entered after its year was in force from the year's first day.
          select case when extract(year from programme.adopted_at at time zone 'Asia/Shanghai') = programme.year
            then least((programme.adopted_at at time zone 'Asia/Shanghai')::date, make_date(programme.year, 2, 1))
            else make_date(programme.year, 1, 1) end as day) as begun
      where ${fresh} and ${condition}`,
    )
  await taken('taken-before-adoption', sql`mine.taken_at < begun.day`)
  await taken('taken-after-period', sql`mine.taken_at >= link.month + interval '1 month'`)
  await keep(
    tx,
    at,
    'outside-district',
    sql`
    select link.indicator_id, link.unit_id, link.month, link.entry_id, link.evidence_id, null::uuid as other_entry_id,
      null::uuid as other_evidence_id,
      jsonb_build_object('district', outline.name, 'kilometres', round((outline.away * 111)::numeric, 1)::text) as details
    from evidence_link as link
      join evidence as mine on mine.tenant_id = link.tenant_id and mine.id = link.evidence_id
      join unit on unit.tenant_id = link.tenant_id and unit.id = link.unit_id
      left join entry on entry.tenant_id = link.tenant_id and entry.id = link.entry_id
      join lateral (${awayFrom(boundaries, sql`coalesce(entry.district, unit.name)`, sql`point(mine.longitude::float8, mine.latitude::float8)`)}) as outline
        on outline.away > ${thresholds.outsideDegrees}
    where ${fresh} and mine.longitude is not null`,
  )
}

/** Keeps what was found in a stated figure. */
export async function keepFigureSuspicions(
  tx: TenantTransaction,
  at: Date,
  { indicatorId, unitId, month }: Cell,
  found: readonly FoundInFigure[],
): Promise<void> {
  for (const { kind, details } of found)
    await keep(
      tx,
      at,
      kind,
      sql`
      select ${indicatorId}::uuid as indicator_id, ${unitId}::uuid as unit_id, ${month}::date as month, null::uuid as entry_id,
        ${nothingBesides}, ${JSON.stringify(details)}::jsonb as details`,
    )
}
