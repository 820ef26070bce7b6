/** What units state, what reviewers decide, and where that leaves each cell. */
import { sql } from 'kysely'
import type { AcceptedActual, TypedActual } from '../domain/reporting/actual.ts'
import type { Cell } from '../domain/reporting/cell.ts'
import type { ReviewDecision, Step } from '../domain/reporting/chain.ts'
import type { Decimal } from '../domain/values/decimal.ts'
import type { IndicatorId, PersonId, PostId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import {
  standingsOf,
  type CellStanding,
  type ReviewFact,
  type StatedFact,
} from '../domain/reporting/standing.ts'
import type { TenantTransaction } from './db.ts'

/** Who did it, with which post, when. */
export type Signature = { readonly personId: PersonId; readonly postId: PostId; readonly at: Date }

export type NewActual = AcceptedActual & Cell & { readonly version: number }

/** Throws the database's `actual_overtaken` when a version is taken. One statement. */
export async function insertActuals(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  actuals: readonly NewActual[],
  by: Signature,
): Promise<void> {
  await tx.query
    .insertInto('actual')
    .values(
      actuals.map((actual) => ({
        tenant_id: tx.tenantId,
        indicator_id: actual.indicatorId,
        unit_id: actual.unitId,
        month: actual.month,
        version: actual.version,
        programme_id: programmeId,
        semantics: actual.semantics,
        value: actual.value,
        denominator: actual.denominator,
        stage: actual.stage,
        origin: actual.origin,
        narrative: actual.narrative,
        problem: actual.problem,
        next_step: actual.nextStep,
        late_reason: actual.lateReason,
        correction_reason: actual.correctionReason,
        submitted_by: by.personId,
        submitted_post: by.postId,
        submitted_at: by.at,
      })),
    )
    .execute()
}

export type NewReview = Cell & {
  readonly version: number
  readonly step: Step
  readonly decision: ReviewDecision
  readonly reason: string | null
  readonly postId: PostId
}

/** Throws the database's `review_given` when the step has decided on the version. One statement. */
export async function insertReviews(
  tx: TenantTransaction,
  reviews: readonly NewReview[],
  by: Omit<Signature, 'postId'>,
): Promise<void> {
  await tx.query
    .insertInto('review')
    .values(
      reviews.map((review) => ({
        tenant_id: tx.tenantId,
        indicator_id: review.indicatorId,
        unit_id: review.unitId,
        month: review.month,
        version: review.version,
        step: review.step,
        decision: review.decision,
        reason: review.reason,
        reviewed_by: by.personId,
        reviewed_post: review.postId,
        reviewed_at: by.at,
      })),
    )
    .execute()
}

type Pair = { readonly indicatorId: IndicatorId; readonly unitId: UnitId }
type FactsOfPair = Pair & {
  readonly programmeId: ProgrammeId
  readonly actuals: readonly StatedFact[]
  readonly reviews: readonly ReviewFact[]
}

/** Folds the facts of these cells anew and keeps what comes out. Two statements, however many cells. */
export async function refoldStandings(tx: TenantTransaction, cells: readonly Pair[]): Promise<void> {
  const facts = await listFacts(tx, cells)
  await saveStandings(
    tx,
    facts.flatMap(({ actuals, reviews, ...pair }) =>
      standingsOf(actuals, reviews).map((standing) => ({ ...pair, ...standing })),
    ),
  )
}

/** All facts of these pairs, or of every pair where null. */
async function listFacts(tx: TenantTransaction, pairs: readonly Pair[] | null): Promise<FactsOfPair[]> {
  const wanted = pairs && JSON.stringify(pairs.map(({ indicatorId, unitId }) => ({ indicatorId, unitId })))
  const { rows } = await sql<FactsOfPair>`
    select actual.indicator_id as "indicatorId", actual.unit_id as "unitId", min(actual.programme_id::text) as "programmeId",
      json_agg(json_build_object('month', actual.month, 'version', actual.version, 'semantics', actual.semantics,
        'value', trim_scale(actual.value)::text, 'denominator', trim_scale(actual.denominator)::text)) as actuals,
      coalesce((
        select json_agg(json_build_object('month', review.month, 'version', review.version, 'step', review.step, 'decision', review.decision))
        from review
        where review.tenant_id = ${tx.tenantId} and review.indicator_id = actual.indicator_id and review.unit_id = actual.unit_id
      ), '[]') as reviews
    from actual
    where actual.tenant_id = ${tx.tenantId}
      and (${wanted}::jsonb is null or (actual.indicator_id, actual.unit_id) in (
        select "indicatorId", "unitId" from jsonb_to_recordset(${wanted}::jsonb) as pair ("indicatorId" uuid, "unitId" uuid)))
    group by actual.indicator_id, actual.unit_id
  `.execute(tx.query)
  return rows
}

type StandingRow = Pair & CellStanding & { readonly programmeId: ProgrammeId }

async function saveStandings(tx: TenantTransaction, standings: readonly StandingRow[]): Promise<void> {
  await sql`
    insert into cell_standing (tenant_id, indicator_id, unit_id, month, programme_id, version, state, stated,
      stated_denominator, approved_version, approved, approved_denominator)
    select ${tx.tenantId}::uuid, new.*
    from jsonb_to_recordset(${JSON.stringify(standings.map(toRow))}::jsonb) as new (indicator_id uuid, unit_id uuid,
      month date, programme_id uuid, version integer, state text, stated numeric, stated_denominator numeric,
      approved_version integer, approved numeric, approved_denominator numeric)
    on conflict (tenant_id, indicator_id, unit_id, month) do update set
      version = excluded.version, state = excluded.state, stated = excluded.stated,
      stated_denominator = excluded.stated_denominator, approved_version = excluded.approved_version,
      approved = excluded.approved, approved_denominator = excluded.approved_denominator
  `.execute(tx.query)
}

function toRow(standing: StandingRow) {
  return {
    indicator_id: standing.indicatorId,
    unit_id: standing.unitId,
    month: standing.month,
    programme_id: standing.programmeId,
    version: standing.version,
    state: standing.state,
    stated: standing.stated?.value ?? null,
    stated_denominator: standing.stated?.denominator ?? null,
    approved_version: standing.approvedVersion,
    approved: standing.approved?.value ?? null,
    approved_denominator: standing.approved?.denominator ?? null,
  }
}

export type StandingDifference = Cell & { readonly before: string | null; readonly after: string | null }

/** Folds everything anew; for the command that rebuilds what is derived. The cells that did not stand so. */
export async function rebuildStandings(tx: TenantTransaction): Promise<StandingDifference[]> {
  const before = await standingWords(tx)
  const facts = await listFacts(tx, null)
  const standings = facts.flatMap(({ actuals, reviews, ...pair }) =>
    standingsOf(actuals, reviews).map((standing) => ({ ...pair, ...standing })),
  )
  await saveStandings(tx, standings)
  const after = await standingWords(tx)
  const cells = new Map([...before, ...after].map(([key, { cell }]) => [key, cell]))
  return [...cells]
    .map(([key, cell]) => ({
      ...cell,
      before: before.get(key)?.words ?? null,
      after: after.get(key)?.words ?? null,
    }))
    .filter((each) => each.before !== each.after)
}

/** Every standing in one line, by its cell. */
async function standingWords(
  tx: TenantTransaction,
): Promise<ReadonlyMap<string, { readonly cell: Cell; readonly words: string }>> {
  const { rows } = await sql<Cell & { words: string }>`
    select indicator_id as "indicatorId", unit_id as "unitId", month,
      concat_ws(' ', version, state, coalesce(trim_scale(stated)::text, '—'), coalesce(trim_scale(stated_denominator)::text, '—'),
        coalesce(approved_version::text, '—'), coalesce(trim_scale(approved)::text, '—'),
        coalesce(trim_scale(approved_denominator)::text, '—')) as words
    from cell_standing where tenant_id = ${tx.tenantId}
    order by indicator_id, unit_id, month
  `.execute(tx.query)
  return new Map(
    rows.map(({ words, ...cell }) => [`${cell.indicatorId} ${cell.unitId} ${cell.month}`, { cell, words }]),
  )
}

export type DraftSaved = { readonly revision: number }

/**
 * Saves what is typed when nobody saved since `revision` (0: there is none yet); undefined when somebody did. One
 * statement, so of two writers one wins.
 */
export async function saveDraft(
  tx: TenantTransaction,
  cell: Cell,
  revision: number,
  draft: TypedActual,
  by: { readonly personId: PersonId; readonly at: Date },
): Promise<DraftSaved | undefined> {
  const { rows } = await sql<DraftSaved>`
    insert into actual_draft as known (tenant_id, indicator_id, unit_id, month, revision, draft, saved_by, saved_at)
    select ${tx.tenantId}::uuid, ${cell.indicatorId}::uuid, ${cell.unitId}::uuid, ${cell.month}::date, ${revision}::integer + 1,
      ${JSON.stringify(draft)}::jsonb, ${by.personId}::uuid, ${by.at}
    where ${revision}::integer = 0 or exists (
      select from actual_draft where tenant_id = ${tx.tenantId} and indicator_id = ${cell.indicatorId}
        and unit_id = ${cell.unitId} and month = ${cell.month})
    on conflict (tenant_id, indicator_id, unit_id, month) do update
      set revision = excluded.revision, draft = excluded.draft, saved_by = excluded.saved_by, saved_at = excluded.saved_at
      where known.revision = ${revision}::integer
    returning revision
  `.execute(tx.query)
  return rows[0]
}

export async function findDraft(tx: TenantTransaction, cell: Cell) {
  const { rows } = await sql<{ revision: number; draft: TypedActual; savedBy: string }>`
    select actual_draft.revision, actual_draft.draft, person.name as "savedBy"
    from actual_draft
      join person on person.tenant_id = actual_draft.tenant_id and person.id = actual_draft.saved_by
    where actual_draft.tenant_id = ${tx.tenantId} and actual_draft.indicator_id = ${cell.indicatorId}
      and actual_draft.unit_id = ${cell.unitId} and actual_draft.month = ${cell.month}
  `.execute(tx.query)
  return rows[0]
}

/** What was typed has become a fact. */
export async function deleteDrafts(tx: TenantTransaction, cells: readonly Cell[]): Promise<void> {
  await sql`
    delete from actual_draft
    where tenant_id = ${tx.tenantId} and (indicator_id, unit_id, month) in (
      select "indicatorId", "unitId", month
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as cell ("indicatorId" uuid, "unitId" uuid, month date))
  `.execute(tx.query)
}

/** What the cells' earlier months stood at, oldest first; cells without any are left out. One statement. */
export async function listEarlierLevels(
  tx: TenantTransaction,
  cells: readonly Cell[],
): Promise<(Pair & { readonly levels: readonly Decimal[] })[]> {
  const { rows } = await sql<Pair & { levels: Decimal[] }>`
    select standing.indicator_id as "indicatorId", standing.unit_id as "unitId",
      array_agg(trim_scale(standing.stated)::text order by standing.month) as levels
    from cell_standing as standing
      join jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as cell ("indicatorId" uuid, "unitId" uuid, month date)
        on cell."indicatorId" = standing.indicator_id and cell."unitId" = standing.unit_id and standing.month < cell.month
    where standing.tenant_id = ${tx.tenantId} and standing.stated is not null
    group by standing.indicator_id, standing.unit_id
  `.execute(tx.query)
  return rows
}
