/** What the pages of acceptance read: where every promise stands, and one promise with everything about its claims. */
import { sql } from 'kysely'
import type { AcceptanceStep } from '../domain/acceptance/acceptance.ts'
import type { Check } from '../domain/acceptance/checks.ts'
import type { Finding } from '../domain/acceptance/inspection.ts'
import type { RecordedSampleRule } from '../domain/acceptance/sample.ts'
import type { EvidenceMediaType } from '../domain/evidence/media-type.ts'
import type { Decimal } from '../domain/values/decimal.ts'
import type {
  AcceptanceClaimId,
  EntryId,
  EvidenceId,
  IndicatorId,
  ProgrammeId,
  UnitId,
} from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { TenantTransaction } from './db.ts'
import { instant } from './instant.ts'
import { latestDecision, stateOfEntry } from './entries.ts'
import { findHistoryBeside, type HistoryPage } from './programme-history.ts'
import { standsIn } from './stand-in.ts'

/** What the checks of a promise count. */
export type CheckFacts = {
  readonly indicatorId: IndicatorId
  readonly waitingFigures: number
  readonly acceptedEntries: number
  readonly waitingEntries: number
  readonly openDoubts: number
  readonly upheldDoubts: number
}

export type ClaimOverview = {
  readonly id: AcceptanceClaimId
  readonly indicatorId: IndicatorId
  readonly no: number
  readonly claimedAt: string
  readonly files: number
  readonly inspections: number
  readonly steps: readonly AcceptanceStep[]
  readonly decidedAt: string | null
  readonly sample: readonly { readonly finding: Finding | null; readonly photographs: number }[]
}

export type RecordedRule = RecordedSampleRule & {
  readonly reason: string
  readonly recordedBy: string
  readonly recordedAt: string
}

export type AcceptanceList = {
  readonly checks: readonly CheckFacts[]
  readonly claims: readonly ClaimOverview[]
  readonly rules: readonly RecordedRule[]
}

/** Undefined without a programme. One statement. */
export function findAcceptances(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<(HistoryPage & { readonly beside: AcceptanceList }) | undefined> {
  return findHistoryBeside(
    tx,
    programmeId,
    sql<AcceptanceList>`json_build_object('checks', ${checkFacts()}, 'claims', ${claimOverviews()}, 'rules', ${rules()})`,
  )
}

export type Acted = {
  readonly by: string
  readonly post: string
  readonly standsIn: boolean
  readonly at: string
}

export type ClaimRecord = Acted & {
  readonly id: AcceptanceClaimId
  readonly no: number
  readonly statement: string
  readonly figure: Decimal | null
  readonly figureDenominator: Decimal | null
  readonly figureMonth: Month | null
  readonly ruleNo: number
  readonly population: number
  readonly seed: string
  readonly files: readonly AcceptanceFile[]
  readonly sample: readonly SampledEntry[]
  readonly steps: readonly (Acted & {
    readonly step: AcceptanceStep
    readonly reason: string | null
    readonly checks: readonly Check[]
  })[]
}

export type AcceptanceFile = {
  readonly id: EvidenceId
  readonly fileName: string
  readonly mediaType: EvidenceMediaType
  readonly byteSize: number
  readonly takenAt: string | null
  readonly hasThumbnail: boolean
  readonly by: string
  readonly at: string
}

export type SampledEntry = {
  readonly entryId: EntryId
  readonly position: number
  readonly unitId: UnitId
  readonly unit: string
  readonly month: Month
  /** What it is called: its name, place or number. */
  readonly name: string | null
  readonly place: string | null
  readonly counts: Decimal
  readonly longitude: number | null
  readonly latitude: number | null
  readonly doneOn: PlainDate | null
  readonly photographs: readonly AcceptanceFile[]
  readonly inspections: readonly (Acted & {
    readonly finding: Finding
    readonly note: string | null
    readonly inspectedOn: PlainDate
  })[]
}

export type AcceptanceDetail = {
  readonly checks: readonly CheckFacts[]
  /** Newest first. */
  readonly claims: readonly ClaimRecord[]
  readonly rules: readonly RecordedRule[]
}

/** One promise of a programme. Undefined without a programme. One statement. */
export function findAcceptance(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
): Promise<(HistoryPage & { readonly beside: AcceptanceDetail }) | undefined> {
  return findHistoryBeside(
    tx,
    programmeId,
    sql<AcceptanceDetail>`json_build_object('checks', ${checkFacts(indicatorId)}, 'claims', ${claimRecords(indicatorId)},
      'rules', ${rules()})`,
    indicatorId,
  )
}

function rules() {
  return sql`coalesce((
    select json_agg(json_build_object('no', rule.no, 'least', rule.least, 'percent', rule.percent, 'most', rule.most,
      'reason', rule.reason, 'recordedBy', person.name, 'recordedAt', ${instant('rule.recorded_at')}) order by rule.no desc)
    from acceptance_rule as rule
      join person on person.tenant_id = rule.tenant_id and person.id = rule.recorded_by
    where rule.tenant_id = programme.tenant_id), '[]')`
}

/**
 * Each list is gathered by itself and once: joining them would count every one as often as there are others, and without
 * statistics (a year's first day) the database would gather them anew for every promise.
 */
export function checkFacts(indicatorId?: IndicatorId) {
  const own = (table: string) =>
    indicatorId === undefined ? sql`` : sql`and ${sql.ref(`${table}.indicator_id`)} = ${indicatorId}::uuid`
  return sql`(
    with standing as materialized (
        select indicator_id, count(*) filter (where state <> 'approved') as waiting from cell_standing
        where cell_standing.tenant_id = programme.tenant_id and cell_standing.programme_id = programme.id
          ${own('cell_standing')}
        group by indicator_id),
      tally as materialized (
        select indicator_id, sum(accepted_entries) as accepted, sum(waiting_entries) as waiting from entry_tally
        where entry_tally.tenant_id = programme.tenant_id ${own('entry_tally')}
        group by indicator_id),
      doubt as materialized (
        select suspicion.indicator_id, count(*) filter (where said.ruling is null) as open,
          count(*) filter (where said.ruling = 'upheld' and ${stillCounts}) as upheld
        from suspicion
          left join lateral (
            select ruling, ruled_at from suspicion_ruling as ruled
            where ruled.tenant_id = suspicion.tenant_id and ruled.suspicion_id = suspicion.id
            order by ruled.no desc limit 1) as said on true
        where suspicion.tenant_id = programme.tenant_id ${own('suspicion')}
        group by suspicion.indicator_id)
    select coalesce(json_agg(json_build_object('indicatorId', indicator_now.indicator_id,
      'waitingFigures', coalesce(standing.waiting, 0), 'acceptedEntries', coalesce(tally.accepted, 0),
      'waitingEntries', coalesce(tally.waiting, 0), 'openDoubts', coalesce(doubt.open, 0),
      'upheldDoubts', coalesce(doubt.upheld, 0))), '[]')
    from indicator_now
      left join standing on standing.indicator_id = indicator_now.indicator_id
      left join tally on tally.indicator_id = indicator_now.indicator_id
      left join doubt on doubt.indicator_id = indicator_now.indicator_id
    where not indicator_now.withdrawn ${own('indicator_now')})`
}

/** What a suspicion is about: an entry that counts, or a figure that nobody corrected since it was borne out. */
const stillCounts = sql`
  case when suspicion.entry_id is null then not exists (
    select from actual
    where actual.tenant_id = suspicion.tenant_id and actual.indicator_id = suspicion.indicator_id
      and actual.unit_id = suspicion.unit_id and actual.month = suspicion.month and actual.submitted_at > said.ruled_at)
  else exists (
    select from entry left join lateral (${latestDecision}) as latest on true
    where entry.tenant_id = suspicion.tenant_id and entry.id = suspicion.entry_id and ${stateOfEntry} in ('accepted', 'waiting'))
  end`

/** What was last found of a drawn entry, and how many photographs prove it. */
const latestFinding = sql`
  select finding from acceptance_inspection as looked
  where looked.tenant_id = sample.tenant_id and looked.claim_id = sample.claim_id and looked.entry_id = sample.entry_id
  order by looked.no desc limit 1`

export function claimOverviews() {
  return sql`coalesce((
    select json_agg(json_build_object('id', claim.id, 'indicatorId', claim.indicator_id, 'no', claim.no,
      'claimedAt', ${instant('claim.claimed_at')},
      'files', (
        select count(*) from acceptance_evidence as file
        where file.tenant_id = claim.tenant_id and file.claim_id = claim.id and file.entry_id is null),
      'inspections', (
        select count(*) from acceptance_inspection as looked
        where looked.tenant_id = claim.tenant_id and looked.claim_id = claim.id),
      'steps', coalesce((
        select json_agg(decided.step order by decided.no) from acceptance_step as decided
        where decided.tenant_id = claim.tenant_id and decided.claim_id = claim.id), '[]'),
      'decidedAt', (
        select ${instant('max(decided.decided_at)')} from acceptance_step as decided
        where decided.tenant_id = claim.tenant_id and decided.claim_id = claim.id),
      'sample', coalesce((
        select json_agg(json_build_object('finding', (${latestFinding}), 'photographs', (
            select count(*) from acceptance_evidence as file
            where file.tenant_id = sample.tenant_id and file.claim_id = sample.claim_id and file.entry_id = sample.entry_id))
          order by sample.position)
        from acceptance_sample as sample
        where sample.tenant_id = claim.tenant_id and sample.claim_id = claim.id), '[]')) order by claim.claimed_at)
    from acceptance_claim as claim
    where claim.tenant_id = programme.tenant_id and claim.programme_id = programme.id), '[]')`
}

/** The person, the post and the moment of a row, as every history shows them. */
function acted(table: string, by: string, post: string, at: string) {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql`'by', (select name from person where person.tenant_id = ${column('tenant_id')} and person.id = ${column(by)}),
    'post', (select unit.name || post.title from post join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
      where post.tenant_id = ${column('tenant_id')} and post.id = ${column(post)}),
    'standsIn', ${standsIn(table, by, post, at)}, 'at', ${instant(`${table}.${at}`)}`
}

function filesOf(where: ReturnType<typeof sql>) {
  return sql`coalesce((
    select json_agg(json_build_object('id', evidence.id, 'fileName', evidence.file_name, 'mediaType', evidence.media_type,
      'byteSize', evidence.byte_size, 'takenAt', to_char(evidence.taken_at, 'YYYY-MM-DD HH24:MI'),
      'hasThumbnail', evidence.thumbnail is not null, 'by', person.name, 'at', ${instant('file.linked_at')})
      order by file.linked_at, file.id)
    from acceptance_evidence as file
      join evidence on evidence.tenant_id = file.tenant_id and evidence.id = file.evidence_id
      join person on person.tenant_id = file.tenant_id and person.id = file.linked_by
    where file.tenant_id = claim.tenant_id and file.claim_id = claim.id and ${where}), '[]')`
}

function claimRecords(indicatorId: IndicatorId) {
  return sql`coalesce((
    select json_agg(json_build_object('id', claim.id, 'no', claim.no, 'statement', claim.statement,
      'figure', trim_scale(claim.figure)::text, 'figureDenominator', trim_scale(claim.figure_denominator)::text,
      'figureMonth', claim.figure_month, 'ruleNo', claim.rule_no, 'population', claim.population, 'seed', claim.seed,
      'files', ${filesOf(sql`file.entry_id is null`)}, 'sample', ${sampledEntries()},
      'steps', coalesce((
        select json_agg(json_build_object('step', decided.step, 'reason', decided.reason, 'checks', decided.checks,
          ${acted('decided', 'decided_by', 'decided_post', 'decided_at')}) order by decided.no)
        from acceptance_step as decided
        where decided.tenant_id = claim.tenant_id and decided.claim_id = claim.id), '[]'),
      ${acted('claim', 'claimed_by', 'claimed_post', 'claimed_at')}) order by claim.no desc)
    from acceptance_claim as claim
    where claim.tenant_id = programme.tenant_id and claim.programme_id = programme.id
      and claim.indicator_id = ${indicatorId}::uuid), '[]')`
}

function sampledEntries() {
  return sql`coalesce((
    select json_agg(json_build_object('entryId', entry.id, 'position', sample.position, 'unitId', unit.id, 'unit', unit.name,
      'month', entry.month, 'name', coalesce(entry.name, entry.place, entry.identifier), 'place', entry.place,
      'counts', trim_scale(entry.counts)::text, 'longitude', entry.longitude::float8, 'latitude', entry.latitude::float8,
      'doneOn', entry.done_on, 'photographs', ${filesOf(sql`file.entry_id = sample.entry_id`)},
      'inspections', coalesce((
        select json_agg(json_build_object('finding', looked.finding, 'note', looked.note, 'inspectedOn', looked.inspected_on,
          ${acted('looked', 'inspected_by', 'inspected_post', 'recorded_at')}) order by looked.no)
        from acceptance_inspection as looked
        where looked.tenant_id = sample.tenant_id and looked.claim_id = sample.claim_id
          and looked.entry_id = sample.entry_id), '[]')) order by sample.position)
    from acceptance_sample as sample
      join entry on entry.tenant_id = sample.tenant_id and entry.id = sample.entry_id
      join unit on unit.tenant_id = entry.tenant_id and unit.id = entry.unit_id
    where sample.tenant_id = claim.tenant_id and sample.claim_id = claim.id), '[]')`
}
