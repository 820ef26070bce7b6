/** What the pages of monthly reporting ask for. */
import { queryOptions } from '@tanstack/react-query'
import { getPeriods, listFreezes } from '../../../contract/periods.ts'
import { getMonthProgress, getSheet } from '../../../contract/reporting.ts'
import { getSemantics } from '../../../contract/semantics.ts'
import { getLeadReview, getOfficeReview } from '../../../contract/reviews.ts'
import type { Step } from '../../../domain/reporting/chain.ts'
import { call } from '../api.ts'

const under = (programmeId: string, ...rest: string[]) => ['programmes', programmeId, ...rest]

export const periodsQuery = (programmeId: string) =>
  queryOptions({
    queryKey: under(programmeId, 'periods'),
    queryFn: ({ signal }) => call(getPeriods, { params: { programmeId } }, signal),
  })

export const freezesQuery = (programmeId: string) =>
  queryOptions({
    queryKey: under(programmeId, 'freezes'),
    queryFn: ({ signal }) => call(listFreezes, { params: { programmeId } }, signal),
  })

export const monthProgressQuery = (programmeId: string, month: string) =>
  queryOptions({
    queryKey: under(programmeId, 'sheets', month),
    queryFn: ({ signal }) => call(getMonthProgress, { params: { programmeId, month } }, signal),
  })

export const sheetQuery = (programmeId: string, month: string, unitId: string) =>
  queryOptions({
    queryKey: under(programmeId, 'sheets', month, unitId),
    queryFn: ({ signal }) => call(getSheet, { params: { programmeId, month, unitId } }, signal),
  })

export const semanticsQuery = (programmeId: string, indicatorId: string) =>
  queryOptions({
    queryKey: under(programmeId, 'semantics', indicatorId),
    queryFn: ({ signal }) => call(getSemantics, { params: { programmeId, indicatorId } }, signal),
  })

export const reviewQuery = (programmeId: string, month: string, step: Step) =>
  queryOptions({
    queryKey: under(programmeId, 'reviews', month, step),
    queryFn: ({ signal }) =>
      call(step === 'lead' ? getLeadReview : getOfficeReview, { params: { programmeId, month } }, signal),
  })
