/** The tables as Kysely sees them. Written by npm run schema from the migrations; do not edit. */
import type { ColumnType, Generated } from 'kysely'
import type { Decimal } from '../domain/values/decimal.ts'
import type {
  TenantId,
  UnitId,
  PostId,
  PersonId,
  DocumentId,
  ImportId,
  ProgrammeId,
  ProjectId,
  TaskId,
  IndicatorId,
  EntryId,
  EvidenceId,
  LedgerLoadId,
  SuspicionId,
  NoticeId,
  DelegationId,
  InstructionId,
  SupervisionOrderId,
  PaperId,
  AcceptanceClaimId,
} from '../domain/values/ids.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'

export type AcceptanceClaimTable = {
  readonly tenant_id: TenantId
  readonly id: AcceptanceClaimId
  readonly programme_id: ProgrammeId
  readonly indicator_id: IndicatorId
  readonly no: number
  readonly statement: string
  readonly figure: Decimal | null
  readonly figure_denominator: Decimal | null
  readonly figure_month: PlainDate | null
  readonly rule_no: number
  readonly population: number
  readonly seed: string
  readonly claimed_by: PersonId
  readonly claimed_post: PostId
  readonly claimed_at: Date
}

export type AcceptanceEvidenceTable = {
  readonly tenant_id: TenantId
  readonly id: string
  readonly claim_id: AcceptanceClaimId
  readonly entry_id: EntryId | null
  readonly evidence_id: EvidenceId
  readonly linked_by: PersonId
  readonly linked_post: PostId
  readonly linked_at: Date
}

export type AcceptanceInspectionTable = {
  readonly tenant_id: TenantId
  readonly claim_id: AcceptanceClaimId
  readonly entry_id: EntryId
  readonly no: number
  readonly finding: 'found' | 'differs' | 'not-found'
  readonly note: string | null
  readonly inspected_on: PlainDate
  readonly inspected_by: PersonId
  readonly inspected_post: PostId
  readonly recorded_at: Date
}

export type AcceptanceRuleTable = {
  readonly tenant_id: TenantId
  readonly no: number
  readonly least: number
  readonly percent: number
  readonly most: number
  readonly reason: string
  readonly recorded_by: PersonId
  readonly recorded_post: PostId
  readonly recorded_at: Date
}

export type AcceptanceSampleTable = {
  readonly tenant_id: TenantId
  readonly claim_id: AcceptanceClaimId
  readonly entry_id: EntryId
  readonly position: number
}

export type AcceptanceStepTable = {
  readonly tenant_id: TenantId
  readonly claim_id: AcceptanceClaimId
  readonly no: number
  readonly step: 'accept' | 'return' | 'close'
  readonly reason: string | null
  readonly checks: ColumnType<unknown, string, string>
  readonly decided_by: PersonId
  readonly decided_post: PostId
  readonly decided_at: Date
}

export type AccountTable = {
  readonly tenant_id: TenantId
  readonly person_id: PersonId
  readonly sign_in_name: string
  readonly password_hash: string
  readonly password_changed_at: Date
  readonly disabled_at: Date | null
  readonly must_change_password: Generated<boolean>
}

export type ActualTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly unit_id: UnitId
  readonly month: PlainDate
  readonly version: number
  readonly programme_id: ProgrammeId
  readonly semantics: 'period' | 'cumulative'
  readonly value: Decimal | null
  readonly denominator: Decimal | null
  readonly stage: string | null
  readonly origin: 'ledger' | 'stated' | 'feed'
  readonly narrative: string | null
  readonly problem: string | null
  readonly next_step: string | null
  readonly late_reason: string | null
  readonly correction_reason: string | null
  readonly submitted_by: PersonId
  readonly submitted_post: PostId
  readonly submitted_at: Date
}

export type ActualDraftTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly unit_id: UnitId
  readonly month: PlainDate
  readonly revision: number
  readonly draft: ColumnType<unknown, string, string>
  readonly saved_by: PersonId
  readonly saved_at: Date
}

export type AmendmentTable = {
  readonly tenant_id: TenantId
  readonly programme_id: ProgrammeId
  readonly no: number
  readonly import_id: ImportId
  readonly decision: string | null
  readonly decided_on: PlainDate | null
  readonly recorded_by: PersonId | null
  readonly recorded_at: Date
}

export type AssessmentSchemeTable = {
  readonly tenant_id: TenantId
  readonly no: number
  readonly from_year: number
  readonly scheme: ColumnType<unknown, string, string>
  readonly reason: string
  readonly recorded_by: PersonId
  readonly recorded_post: PostId
  readonly recorded_at: Date
}

export type CalendarDayTable = {
  readonly tenant_id: TenantId
  readonly day: PlainDate
  readonly no: number
  readonly kind: 'holiday' | 'workday' | 'ordinary'
  readonly name: string
  readonly recorded_by: PersonId | null
  readonly recorded_at: Date
}

export type CarriedPromiseTable = {
  readonly tenant_id: TenantId
  readonly programme_id: ProgrammeId
  readonly carry_over_no: number
  readonly indicator_id: IndicatorId
  readonly rest: Decimal | null
}

export type CarryOverTable = {
  readonly tenant_id: TenantId
  readonly programme_id: ProgrammeId
  readonly no: number
  readonly decision: string
  readonly decided_on: PlainDate
  readonly import_id: ImportId
  readonly recorded_by: PersonId
  readonly recorded_post: PostId
  readonly recorded_at: Date
}

export type CellStandingTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly unit_id: UnitId
  readonly month: PlainDate
  readonly programme_id: ProgrammeId
  readonly version: number
  readonly state: 'submitted' | 'lead-approved' | 'returned' | 'approved'
  readonly stated: Decimal | null
  readonly stated_denominator: Decimal | null
  readonly approved_version: number | null
  readonly approved: Decimal | null
  readonly approved_denominator: Decimal | null
}

export type DelegationTable = {
  readonly tenant_id: TenantId
  readonly id: DelegationId
  readonly post_id: PostId
  readonly to_person_id: PersonId
  readonly from_date: PlainDate
  readonly to_date: PlainDate
  readonly reason: string
  readonly delegated_by: PersonId
  readonly delegated_at: Date
  readonly ended_on: PlainDate | null
}

export type DocumentTable = {
  readonly tenant_id: TenantId
  readonly id: DocumentId
  readonly file_name: string
  readonly media_type: string
  readonly byte_size: number
  readonly sha256: Buffer
  readonly sm3: Buffer
  readonly bytes: Buffer
  readonly uploaded_by: PersonId | null
  readonly uploaded_at: Date
}

export type EntryTable = {
  readonly tenant_id: TenantId
  readonly id: EntryId
  readonly indicator_id: IndicatorId
  readonly unit_id: UnitId
  readonly month: PlainDate
  readonly name: string | null
  readonly place: string | null
  readonly district: string | null
  readonly identifier: string | null
  readonly done_on: PlainDate | null
  readonly stage: string | null
  readonly certificate: string | null
  readonly source_system: string | null
  readonly counts: Decimal
  readonly denominator: Decimal | null
  readonly beneficiaries: Decimal | null
  readonly outages: Decimal | null
  readonly longitude: Decimal | null
  readonly latitude: Decimal | null
  readonly given_datum: 'CGCS2000' | 'WGS-84' | 'GCJ-02' | 'BD-09' | null
  readonly coordinate_source: 'typed' | 'map' | 'photograph' | 'file' | 'feed' | null
  readonly accuracy: Decimal | null
  readonly content_key: string
  readonly load_id: LedgerLoadId | null
  readonly load_row: number | null
  readonly replaces: EntryId | null
  readonly reason: string | null
  readonly entered_by: PersonId
  readonly entered_post: PostId
  readonly entered_at: Date
  readonly complaints: Decimal | null
  readonly square_x: Generated<number | null>
  readonly square_y: Generated<number | null>
}

export type EntryDecisionTable = {
  readonly tenant_id: TenantId
  readonly entry_id: EntryId
  readonly no: number
  readonly decision: 'accept' | 'reject' | 'withdraw'
  readonly reason: string | null
  readonly decided_by: PersonId
  readonly decided_post: PostId
  readonly decided_at: Date
}

export type EntryTallyTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly unit_id: UnitId
  readonly month: PlainDate
  readonly accepted_entries: Generated<number>
  readonly accepted_counts: Generated<Decimal>
  readonly accepted_denominator: Generated<Decimal>
  readonly waiting_entries: Generated<number>
  readonly waiting_counts: Generated<Decimal>
  readonly waiting_denominator: Generated<Decimal>
  readonly accepted_outages: Generated<Decimal>
  readonly accepted_complaints: Generated<Decimal>
}

export type EvidenceTable = {
  readonly tenant_id: TenantId
  readonly id: EvidenceId
  readonly file_name: string
  readonly media_type: string
  readonly byte_size: number
  readonly sha256: Buffer
  readonly sm3: Buffer
  readonly taken_at: string | null
  readonly longitude: Decimal | null
  readonly latitude: Decimal | null
  readonly camera: string | null
  readonly width: number | null
  readonly height: number | null
  readonly perceptual_hash: string | null
  readonly thumbnail: Buffer | null
  readonly uploaded_by: PersonId
  readonly uploaded_at: Date
}

export type EvidenceLinkTable = {
  readonly tenant_id: TenantId
  readonly id: string
  readonly evidence_id: EvidenceId
  readonly indicator_id: IndicatorId
  readonly unit_id: UnitId
  readonly month: PlainDate
  readonly entry_id: EntryId | null
  readonly linked_by: PersonId
  readonly linked_post: PostId
  readonly linked_at: Date
}

export type HoldingTable = {
  readonly tenant_id: TenantId
  readonly post_id: PostId
  readonly person_id: PersonId
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

export type ImportTable = {
  readonly tenant_id: TenantId
  readonly id: ImportId
  readonly document_id: DocumentId
  readonly source: ColumnType<unknown, string, string>
  readonly draft: ColumnType<unknown, string, string>
  readonly started_by: PersonId | null
  readonly started_at: Date
}

export type ImportCorrectionTable = {
  readonly tenant_id: TenantId
  readonly import_id: ImportId
  readonly seq: number
  readonly correction: ColumnType<unknown, string, string>
  readonly corrected_by: PersonId
  readonly corrected_at: Date
}

export type IndicatorTable = {
  readonly tenant_id: TenantId
  readonly id: IndicatorId
  readonly programme_id: ProgrammeId
}

export type IndicatorSemanticsTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly no: number
  readonly semantics: 'period' | 'cumulative'
  readonly reason: string | null
  readonly recorded_by: PersonId
  readonly recorded_at: Date
}

export type IndicatorVersionTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly amendment_no: number
  readonly programme_id: ProgrammeId
  readonly task_id: TaskId
  readonly position: number
  readonly kind: 'quantity' | 'rate' | 'milestone' | 'entitlement' | 'service' | 'activity'
  readonly action: string
  readonly object: string
  readonly comparator: 'eq' | 'gte' | 'lte' | 'range' | 'approx' | null
  readonly value: Decimal | null
  readonly value_max: Decimal | null
  readonly unit_of_measure: string | null
  readonly deadline: PlainDate | null
  readonly ledger:
    | 'points'
    | 'works'
    | 'equipment'
    | 'households'
    | 'beneficiaries'
    | 'events'
    | 'awards'
    | 'coverage'
    | 'stages'
    | 'volumes'
    | 'feed'
  readonly span_start: number
  readonly span_end: number
  readonly confidence: Decimal
  readonly origin: 'read' | 'corrected' | 'confirmed' | 'added'
  readonly withdrawn: Generated<boolean>
}

export type InstructionTable = {
  readonly tenant_id: TenantId
  readonly id: InstructionId
  readonly programme_id: ProgrammeId
  readonly indicator_id: IndicatorId | null
  readonly text: string
  readonly given_by: PersonId
  readonly given_post: PostId
  readonly given_at: Date
}

export type InstructionSetAsideTable = {
  readonly tenant_id: TenantId
  readonly instruction_id: InstructionId
  readonly reason: string
  readonly order_id: SupervisionOrderId | null
  readonly decided_by: PersonId
  readonly decided_post: PostId
  readonly decided_at: Date
}

export type LadderRuleTable = {
  readonly tenant_id: TenantId
  readonly no: number
  readonly from_month: PlainDate
  readonly rules: ColumnType<unknown, string, string>
  readonly reason: string
  readonly recorded_by: PersonId
  readonly recorded_post: PostId
  readonly recorded_at: Date
}

export type LedgerLoadTable = {
  readonly tenant_id: TenantId
  readonly id: LedgerLoadId
  readonly indicator_id: IndicatorId
  readonly unit_id: UnitId
  readonly file_name: string
  readonly sha256: Buffer
  readonly rows_added: number
  readonly rows_known: number
  readonly loaded_by: PersonId
  readonly loaded_post: PostId
  readonly loaded_at: Date
}

export type LightRuleTable = {
  readonly tenant_id: TenantId
  readonly no: number
  readonly from_month: PlainDate
  readonly rules: ColumnType<unknown, string, string>
  readonly reason: string
  readonly recorded_by: PersonId
  readonly recorded_post: PostId
  readonly recorded_at: Date
}

export type LogEntryTable = {
  readonly tenant_id: TenantId
  readonly seq: number
  readonly logged_at: Date
  readonly person_id: PersonId | null
  readonly action: string
  readonly subject_kind: string
  readonly subject_id: string | null
  readonly details: ColumnType<unknown, string, string>
}

export type LogHeadTable = {
  readonly tenant_id: TenantId
  readonly last_seq: number
}

export type MailAddressTable = {
  readonly tenant_id: TenantId
  readonly person_id: PersonId
  readonly no: number
  readonly address: string | null
  readonly recorded_at: Date
}

export type MailAttemptTable = {
  readonly tenant_id: TenantId
  readonly notice_id: NoticeId
  readonly person_id: PersonId
  readonly no: number
  readonly attempted_at: Date
  readonly failure: string | null
}

export type MonthFreezeTable = {
  readonly tenant_id: TenantId
  readonly programme_id: ProgrammeId
  readonly month: PlainDate
  readonly no: number
  readonly snapshot: string
  readonly sha256: Buffer
  readonly sm3: Buffer
  readonly reason: string | null
  readonly frozen_by: PersonId
  readonly frozen_post: PostId
  readonly frozen_at: Date
}

export type NotTargetTable = {
  readonly tenant_id: TenantId
  readonly task_id: TaskId
  readonly amendment_no: number
  readonly span_start: number
  readonly span_end: number
  readonly why: string
}

export type NoticeTable = {
  readonly tenant_id: TenantId
  readonly id: NoticeId
  readonly post_id: PostId
  readonly kind:
    | 'plan-to-sign'
    | 'plan-objected'
    | 'plan-to-consent'
    | 'plan-decided'
    | 'sheet-open'
    | 'due-soon'
    | 'overdue'
    | 'returned'
    | 'to-review'
    | 'reopened'
    | 'frozen'
    | 'order-given'
    | 'order-due-soon'
    | 'order-lapsed'
    | 'order-waiting'
    | 'order-answered'
    | 'instruction-given'
    | 'instruction-followed'
    | 'instruction-set-aside'
    | 'acceptance-claimed'
    | 'acceptance-returned'
    | 'acceptance-accepted'
    | 'acceptance-closed'
  readonly programme_id: ProgrammeId | null
  readonly indicator_id: IndicatorId | null
  readonly unit_id: UnitId | null
  readonly month: PlainDate | null
  readonly details: ColumnType<unknown, string, string>
  readonly once_key: string
  readonly given_at: Date
}

export type NoticeMarkTable = {
  readonly tenant_id: TenantId
  readonly notice_id: NoticeId
  readonly no: number
  readonly done: boolean
  readonly marked_by: PersonId | null
  readonly marked_at: Date
}

export type PaperTable = {
  readonly tenant_id: TenantId
  readonly id: PaperId
  readonly programme_id: ProgrammeId
  readonly kind: 'bulletin' | 'leader-brief' | 'annual-report'
  readonly month: PlainDate
  readonly freeze_no: number
  readonly leader_post_id: PostId | null
  readonly drafted_by: PersonId
  readonly drafted_post: PostId
  readonly drafted_at: Date
}

export type PaperSealTable = {
  readonly tenant_id: TenantId
  readonly paper_id: PaperId
  readonly version: number
  readonly kind: string
  readonly year: number
  readonly no: number
  readonly dated: PlainDate
  readonly bytes: Buffer
  readonly sha256: Buffer
  readonly sm3: Buffer
  readonly snapshot_sha256: Buffer
  readonly sealed_by: PersonId
  readonly sealed_post: PostId
  readonly sealed_at: Date
}

export type PaperTemplateTable = {
  readonly tenant_id: TenantId
  readonly kind: 'bulletin' | 'leader-brief' | 'annual-report'
  readonly version: number
  readonly file_name: string | null
  readonly bytes: Buffer | null
  readonly sha256: Buffer | null
  readonly set_by: PersonId
  readonly set_post: PostId
  readonly set_at: Date
}

export type PaperTextTable = {
  readonly tenant_id: TenantId
  readonly paper_id: PaperId
  readonly version: number
  readonly title: string
  readonly addressee: string
  readonly body: string
  readonly issuer: string
  readonly copies: string
  readonly saved_by: PersonId
  readonly saved_post: PostId
  readonly saved_at: Date
}

export type PeriodRuleTable = {
  readonly tenant_id: TenantId
  readonly programme_id: ProgrammeId
  readonly no: number
  readonly from_month: PlainDate
  readonly rule: ColumnType<unknown, string, string>
  readonly reason: string | null
  readonly recorded_by: PersonId | null
  readonly recorded_at: Date
}

export type PersonTable = {
  readonly tenant_id: TenantId
  readonly id: PersonId
  readonly name: string
  readonly created_at: Date
}

export type PlanConsentTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly version: number
  readonly decision: 'consent' | 'refuse'
  readonly reason: string | null
  readonly decided_by: PersonId
  readonly decided_post: PostId
  readonly decided_at: Date
}

export type PlanPointTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly version: number
  readonly unit_id: UnitId
  readonly month: PlainDate
  readonly value: Decimal
  readonly denominator: Decimal | null
}

export type PlanShareTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly version: number
  readonly unit_id: UnitId
  readonly position: number
  readonly value: Decimal | null
  readonly denominator: Decimal | null
  readonly weight: Decimal | null
}

export type PlanSignatureTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly version: number
  readonly unit_id: UnitId
  readonly no: number
  readonly decision: 'sign' | 'object'
  readonly reason: string | null
  readonly signed_by: PersonId
  readonly signed_post: PostId
  readonly signed_at: Date
}

export type PlanStageTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly version: number
  readonly unit_id: UnitId
  readonly position: number
  readonly stage: string
  readonly due_on: PlainDate
}

export type PlanVersionTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly version: number
  readonly programme_id: ProgrammeId
  readonly lead_unit_id: UnitId
  readonly amendment_no: number
  readonly curve: 'linear' | 'step' | 's-curve' | 'sixty-forty' | 'typed' | 'stages'
  readonly basis: 'number' | 'percentage' | 'base'
  readonly base_name: string | null
  readonly reason: string | null
  readonly needs_consent: boolean
  readonly drafted_by: PersonId
  readonly drafted_post: PostId
  readonly drafted_at: Date
}

export type PostTable = {
  readonly tenant_id: TenantId
  readonly id: PostId
  readonly unit_id: UnitId
  readonly title: string
  readonly role:
    | 'supervisor'
    | 'lead-officer'
    | 'lead-reviewer'
    | 'district-officer'
    | 'leader'
    | 'system-admin'
    | 'security-admin'
    | 'audit-admin'
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

export type ProgrammeTable = {
  readonly tenant_id: TenantId
  readonly id: ProgrammeId
  readonly year: number
  readonly title: string
  readonly issuer_id: UnitId | null
  readonly share_of: ProgrammeId | null
  readonly adopted_by: PersonId | null
  readonly adopted_at: Date
}

export type ProjectTable = {
  readonly tenant_id: TenantId
  readonly id: ProjectId
  readonly programme_id: ProgrammeId
}

export type ProjectVersionTable = {
  readonly tenant_id: TenantId
  readonly project_id: ProjectId
  readonly amendment_no: number
  readonly programme_id: ProgrammeId
  readonly no: number
  readonly name: string
  readonly position: number
  readonly place: ColumnType<unknown, string, string>
  readonly withdrawn: Generated<boolean>
}

export type PublishedLightTable = {
  readonly tenant_id: TenantId
  readonly programme_id: ProgrammeId
  readonly month: PlainDate
  readonly freeze_no: number
  readonly scope: 'indicator' | 'task' | 'project' | 'unit' | 'leader' | 'programme'
  readonly subject_id: string
  readonly level: 'unplanned' | 'not-due' | 'reached' | 'ahead' | 'on-plan' | 'behind' | 'far-behind'
  readonly clause: string
  readonly reason: ColumnType<unknown, string, string>
  readonly colour: 'blue' | 'green' | 'yellow' | 'orange' | 'red' | 'grey'
}

export type ReviewTable = {
  readonly tenant_id: TenantId
  readonly indicator_id: IndicatorId
  readonly unit_id: UnitId
  readonly month: PlainDate
  readonly version: number
  readonly step: 'lead' | 'office'
  readonly decision: 'approve' | 'return'
  readonly reason: string | null
  readonly reviewed_by: PersonId
  readonly reviewed_post: PostId
  readonly reviewed_at: Date
}

export type SatisfactionFigureTable = {
  readonly tenant_id: TenantId
  readonly programme_id: ProgrammeId
  readonly unit_id: UnitId
  readonly no: number
  readonly value: Decimal
  readonly source: string
  readonly recorded_by: PersonId
  readonly recorded_post: PostId
  readonly recorded_at: Date
}

export type SessionTable = {
  readonly tenant_id: TenantId
  readonly token_sha256: Buffer
  readonly person_id: PersonId
  readonly started_at: Date
  readonly expires_at: Date
  readonly last_seen_at: Date
  readonly ended_at: Date | null
  readonly address: string
  readonly user_agent: string
}

export type SignInAttemptTable = {
  readonly tenant_id: TenantId
  readonly id: string
  readonly sign_in_name: string
  readonly address: string
  readonly attempted_at: Date
  readonly succeeded: boolean
}

export type SupervisionOrderTable = {
  readonly tenant_id: TenantId
  readonly id: SupervisionOrderId
  readonly programme_id: ProgrammeId
  readonly origin: 'light' | 'doubt' | 'instruction' | 'hand'
  readonly indicator_id: IndicatorId | null
  readonly month: PlainDate | null
  readonly suspicion_id: SuspicionId | null
  readonly instruction_id: InstructionId | null
  readonly ground: string | null
  readonly subject: string
  readonly content: string
  readonly instructed_by: string | null
  readonly lead_leader: string | null
  readonly cooperating_leaders: string | null
  readonly contact: string | null
  readonly phone: string | null
  readonly feedback: 'once' | 'days' | 'monthly'
  readonly feedback_days: number | null
  readonly issued_by: PersonId | null
  readonly issued_post: PostId | null
  readonly issued_at: Date
}

export type SupervisionOrderFactTable = {
  readonly tenant_id: TenantId
  readonly order_id: SupervisionOrderId
  readonly no: number
  readonly kind:
    | 'step'
    | 'reply'
    | 'feedback'
    | 'extension'
    | 'accept'
    | 'return'
    | 'extend'
    | 'refuse'
    | 'hold'
    | 'resume'
    | 'attach'
    | 'close'
    | 'withdraw'
  readonly step: 'reminder' | 'urging' | 'blue' | 'orange' | 'red' | 'bulletin' | 'talk' | null
  readonly due_on: PlainDate | null
  readonly text: string | null
  readonly reason: string | null
  readonly unit_id: UnitId | null
  readonly rule_no: number | null
  readonly recorded_by: PersonId | null
  readonly recorded_post: PostId | null
  readonly recorded_at: Date
}

export type SupervisionOrderFileTable = {
  readonly tenant_id: TenantId
  readonly order_id: SupervisionOrderId
  readonly fact_no: number
  readonly evidence_id: EvidenceId
}

export type SupervisionOrderNumberTable = {
  readonly tenant_id: TenantId
  readonly series: string
  readonly year: number
  readonly no: number
  readonly order_id: SupervisionOrderId
}

export type SupervisionOrderUnitTable = {
  readonly tenant_id: TenantId
  readonly order_id: SupervisionOrderId
  readonly unit_id: UnitId
  readonly duty: 'lead' | 'cooperating'
  readonly position: number
}

export type SuspicionTable = {
  readonly tenant_id: TenantId
  readonly id: SuspicionId
  readonly indicator_id: IndicatorId
  readonly unit_id: UnitId
  readonly month: PlainDate
  readonly kind:
    | 'same-photograph'
    | 'near-photograph'
    | 'near-entry'
    | 'same-identifier'
    | 'outside-district'
    | 'taken-before-adoption'
    | 'taken-after-period'
    | 'jump'
    | 'round-figure'
    | 'ratio-above-one'
  readonly entry_id: EntryId | null
  readonly evidence_id: EvidenceId | null
  readonly other_entry_id: EntryId | null
  readonly other_evidence_id: EvidenceId | null
  readonly details: ColumnType<unknown, string, string>
  readonly found_at: Date
}

export type SuspicionRulingTable = {
  readonly tenant_id: TenantId
  readonly suspicion_id: SuspicionId
  readonly no: number
  readonly ruling: 'explained' | 'upheld'
  readonly reason: string
  readonly ruled_by: PersonId
  readonly ruled_post: PostId
  readonly ruled_at: Date
}

export type TaskTable = {
  readonly tenant_id: TenantId
  readonly id: TaskId
  readonly programme_id: ProgrammeId
}

export type TaskDutyTable = {
  readonly tenant_id: TenantId
  readonly task_id: TaskId
  readonly amendment_no: number
  readonly duty: 'leader' | 'lead' | 'cooperating'
  readonly position: number
  readonly printed_name: string
  readonly post_id: PostId | null
  readonly unit_id: UnitId | null
  readonly place: ColumnType<unknown, string, string>
}

export type TaskVersionTable = {
  readonly tenant_id: TenantId
  readonly task_id: TaskId
  readonly amendment_no: number
  readonly programme_id: ProgrammeId
  readonly project_id: ProjectId
  readonly no: string
  readonly position: number
  readonly text: string
  readonly deadline: PlainDate | null
  readonly place: ColumnType<unknown, string, string>
  readonly withdrawn: Generated<boolean>
}

export type TenantTable = {
  readonly tenant_id: TenantId
  readonly code: string
  readonly name: string
  readonly division_code: string | null
  readonly is_demo: Generated<boolean>
  readonly created_at: Date
}

export type UnitTable = {
  readonly tenant_id: TenantId
  readonly id: UnitId
  readonly name: string
  readonly kind:
    | 'government'
    | 'department'
    | 'district'
    | 'town'
    | 'institution'
    | 'enterprise'
    | 'organisation'
    | 'group'
  readonly parent_id: UnitId | null
  readonly division_code: string | null
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

export type UnitAliasTable = {
  readonly tenant_id: TenantId
  readonly alias: string
  readonly unit_id: UnitId
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

export type UnitMemberTable = {
  readonly tenant_id: TenantId
  readonly group_id: UnitId
  readonly unit_id: UnitId
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

export type Tables = {
  readonly acceptance_claim: AcceptanceClaimTable
  readonly acceptance_evidence: AcceptanceEvidenceTable
  readonly acceptance_inspection: AcceptanceInspectionTable
  readonly acceptance_rule: AcceptanceRuleTable
  readonly acceptance_sample: AcceptanceSampleTable
  readonly acceptance_step: AcceptanceStepTable
  readonly account: AccountTable
  readonly actual: ActualTable
  readonly actual_draft: ActualDraftTable
  readonly amendment: AmendmentTable
  readonly assessment_scheme: AssessmentSchemeTable
  readonly calendar_day: CalendarDayTable
  readonly carried_promise: CarriedPromiseTable
  readonly carry_over: CarryOverTable
  readonly cell_standing: CellStandingTable
  readonly delegation: DelegationTable
  readonly document: DocumentTable
  readonly entry: EntryTable
  readonly entry_decision: EntryDecisionTable
  readonly entry_tally: EntryTallyTable
  readonly evidence: EvidenceTable
  readonly evidence_link: EvidenceLinkTable
  readonly holding: HoldingTable
  readonly import: ImportTable
  readonly import_correction: ImportCorrectionTable
  readonly indicator: IndicatorTable
  readonly indicator_semantics: IndicatorSemanticsTable
  readonly indicator_version: IndicatorVersionTable
  readonly instruction: InstructionTable
  readonly instruction_set_aside: InstructionSetAsideTable
  readonly ladder_rule: LadderRuleTable
  readonly ledger_load: LedgerLoadTable
  readonly light_rule: LightRuleTable
  readonly log_entry: LogEntryTable
  readonly log_head: LogHeadTable
  readonly mail_address: MailAddressTable
  readonly mail_attempt: MailAttemptTable
  readonly month_freeze: MonthFreezeTable
  readonly not_target: NotTargetTable
  readonly notice: NoticeTable
  readonly notice_mark: NoticeMarkTable
  readonly paper: PaperTable
  readonly paper_seal: PaperSealTable
  readonly paper_template: PaperTemplateTable
  readonly paper_text: PaperTextTable
  readonly period_rule: PeriodRuleTable
  readonly person: PersonTable
  readonly plan_consent: PlanConsentTable
  readonly plan_point: PlanPointTable
  readonly plan_share: PlanShareTable
  readonly plan_signature: PlanSignatureTable
  readonly plan_stage: PlanStageTable
  readonly plan_version: PlanVersionTable
  readonly post: PostTable
  readonly programme: ProgrammeTable
  readonly project: ProjectTable
  readonly project_version: ProjectVersionTable
  readonly published_light: PublishedLightTable
  readonly review: ReviewTable
  readonly satisfaction_figure: SatisfactionFigureTable
  readonly session: SessionTable
  readonly sign_in_attempt: SignInAttemptTable
  readonly supervision_order: SupervisionOrderTable
  readonly supervision_order_fact: SupervisionOrderFactTable
  readonly supervision_order_file: SupervisionOrderFileTable
  readonly supervision_order_number: SupervisionOrderNumberTable
  readonly supervision_order_unit: SupervisionOrderUnitTable
  readonly suspicion: SuspicionTable
  readonly suspicion_ruling: SuspicionRulingTable
  readonly task: TaskTable
  readonly task_duty: TaskDutyTable
  readonly task_version: TaskVersionTable
  readonly tenant: TenantTable
  readonly unit: UnitTable
  readonly unit_alias: UnitAliasTable
  readonly unit_member: UnitMemberTable
}
