import { queryOptions } from '@tanstack/react-query'
import { getAssessment } from '../../../contract/assessment.ts'
import { call } from '../api.ts'

export const assessmentQuery = (programmeId: string, month?: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'assessment', month ?? 'now'],
    queryFn: ({ signal }) =>
      call(getAssessment, { params: { programmeId }, query: month === undefined ? {} : { month } }, signal),
  })
