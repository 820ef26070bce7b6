/** The tables as Kysely sees them. Written by npm run schema from the migrations; do not edit. */
import type { ColumnType, Generated } from 'kysely'
import type { Decimal } from '../domain/decimal.ts'
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
} from '../domain/ids.ts'
import type { PlainDate } from '../domain/plain-date.ts'

export type AccountTable = {
  readonly tenant_id: TenantId
  readonly person_id: PersonId
  readonly sign_in_name: string
  readonly password_hash: string
  readonly password_changed_at: Date
  readonly disabled_at: Date | null
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

export type NotTargetTable = {
  readonly tenant_id: TenantId
  readonly task_id: TaskId
  readonly amendment_no: number
  readonly span_start: number
  readonly span_end: number
  readonly why: string
}

export type PersonTable = {
  readonly tenant_id: TenantId
  readonly id: PersonId
  readonly name: string
  readonly created_at: Date
}

export type PostTable = {
  readonly tenant_id: TenantId
  readonly id: PostId
  readonly unit_id: UnitId
  readonly title: string
  readonly role:
    | 'supervisor'
    | 'lead-officer'
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
  readonly account: AccountTable
  readonly amendment: AmendmentTable
  readonly document: DocumentTable
  readonly holding: HoldingTable
  readonly import: ImportTable
  readonly import_correction: ImportCorrectionTable
  readonly indicator: IndicatorTable
  readonly indicator_version: IndicatorVersionTable
  readonly log_entry: LogEntryTable
  readonly log_head: LogHeadTable
  readonly not_target: NotTargetTable
  readonly person: PersonTable
  readonly post: PostTable
  readonly programme: ProgrammeTable
  readonly project: ProjectTable
  readonly project_version: ProjectVersionTable
  readonly session: SessionTable
  readonly sign_in_attempt: SignInAttemptTable
  readonly task: TaskTable
  readonly task_duty: TaskDutyTable
  readonly task_version: TaskVersionTable
  readonly tenant: TenantTable
  readonly unit: UnitTable
  readonly unit_alias: UnitAliasTable
  readonly unit_member: UnitMemberTable
}
