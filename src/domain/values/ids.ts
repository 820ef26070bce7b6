/** Identifiers are UUIDs, each kind with a brand of its own so that one cannot be passed for another. */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type TenantId = Branded<'TenantId'>
export type UnitId = Branded<'UnitId'>
export type PostId = Branded<'PostId'>
export type PersonId = Branded<'PersonId'>
export type DocumentId = Branded<'DocumentId'>
export type ImportId = Branded<'ImportId'>
export type ProgrammeId = Branded<'ProgrammeId'>
export type ProjectId = Branded<'ProjectId'>
export type TaskId = Branded<'TaskId'>
export type IndicatorId = Branded<'IndicatorId'>
export type EntryId = Branded<'EntryId'>
export type EvidenceId = Branded<'EvidenceId'>
export type LedgerLoadId = Branded<'LedgerLoadId'>
export type SuspicionId = Branded<'SuspicionId'>
export type NoticeId = Branded<'NoticeId'>
export type DelegationId = Branded<'DelegationId'>
export type InstructionId = Branded<'InstructionId'>
export type SupervisionOrderId = Branded<'SupervisionOrderId'>
export type PaperId = Branded<'PaperId'>
export type AcceptanceClaimId = Branded<'AcceptanceClaimId'>
