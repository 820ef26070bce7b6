/** What tests of monthly reporting start from: the sample programme with plans, its people, and what they send. */
import { nothingTyped, type TypedActual } from '../../src/domain/actual.ts'
import type { ReportedCell } from '../../src/domain/reported-cell.ts'
import type { TestApp, Visitor } from './app.ts'
import type { TestDatabase } from './database.ts'
import { insertPlans, type PlanRow } from './plan-rows.ts'

export type SampleIndicator = {
  readonly id: string
  readonly kind: string
  readonly value: string | null
  readonly leadUnitId: string
}

export type Sample = {
  readonly programmeId: string
  readonly indicators: readonly SampleIndicator[]
  /** By name: the districts. */
  readonly units: ReadonlyMap<string, string>
}

type ProgrammeAnswer = {
  members: { id: string; name: string }[]
  projects: {
    tasks: {
      leadUnits: { unitId: string; members: string[] }[]
      indicators: { id: string; kind: string; value: string | null }[]
    }[]
  }[]
}

export async function readSample(server: TestApp): Promise<Sample> {
  const [{ id: programmeId }] = (await server.send(null, { url: '/api/programmes' })).body
  const programme: ProgrammeAnswer = (await server.send(null, { url: `/api/programmes/${programmeId}` })).body
  return {
    programmeId,
    indicators: programme.projects.flatMap(({ tasks }) =>
      tasks.flatMap(({ leadUnits: [lead], indicators }) =>
        indicators.map(({ id, kind, value }) => ({ id, kind, value, leadUnitId: lead?.unitId ?? '' })),
      ),
    ),
    units: new Map(programme.members.map(({ id, name }) => [name, id])),
  }
}

export async function planSample(
  database: TestDatabase,
  { programmeId }: Sample,
  plans: readonly PlanRow[],
): Promise<void> {
  await insertPlans(database, programmeId, 2023, plans)
}

export const typed = (fields: Partial<TypedActual>): TypedActual => ({ ...nothingTyped, ...fields })

/** The sheet of a unit and month, as somebody sees and fills it. */
export function sheetOf(server: TestApp, { programmeId }: Sample, unitId: string, month: string) {
  const url = `/api/programmes/${programmeId}/sheets/${month}/${unitId}`
  const read = async (as: Visitor) => (await server.send(as, { url })).body as { cells: ReportedCell[] }
  return {
    url,
    read,
    cell: async (as: Visitor, indicatorId: string) => {
      const found = (await read(as)).cells.find((cell) => cell.indicatorId === indicatorId)
      if (!found) throw new Error(`no cell for ${indicatorId}`)
      return found
    },
    submit: (
      as: Visitor,
      cells: readonly { indicatorId: string; seen: number; typed: TypedActual }[],
      lateReason = '',
    ) => server.send(as, { method: 'POST', url: `${url}/submission`, payload: { cells, lateReason } }),
    saveDraft: (as: Visitor, indicatorId: string, revision: number, draft: TypedActual) =>
      server.send(as, { method: 'PUT', url: `${url}/drafts/${indicatorId}`, payload: { revision, draft } }),
  }
}

export function reviewOf(server: TestApp, { programmeId }: Sample, month: string, step: 'lead' | 'office') {
  const url = `/api/programmes/${programmeId}/reviews/${month}/${step}`
  return {
    url,
    read: async (as: Visitor) => (await server.send(as, { url })).body as { cells: ReportedCell[] },
    decide: (
      as: Visitor,
      cells: readonly { indicatorId: string; unitId: string; version: number }[],
      decision: 'approve' | 'return' = 'approve',
      reason = '',
    ) => server.send(as, { method: 'POST', url, payload: { cells, decision, reason } }),
  }
}
