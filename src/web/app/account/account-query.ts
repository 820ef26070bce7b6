import { queryOptions } from '@tanstack/react-query'
import { getAccount, listColleagues } from '../../../contract/account.ts'
import { call } from '../api.ts'

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => call(getAccount, {}, signal),
})

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => call(listColleagues, {}, signal),
})
