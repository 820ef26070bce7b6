/** What the pages ask the API for, each under one key. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { listLog, listPeople, listSessions } from '../../contract/administration.ts'
import { getProgramme, getProgrammeSource, listProgrammes } from '../../contract/programmes.ts'
import { getSession } from '../../contract/session.ts'
import { call } from './api.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(getSession, {}, signal),
  staleTime: 60_000,
  // A demonstration that is being loaded says how far it is.
  refetchInterval: ({ state }) => (state.data?.yearProgress ? 5_000 : false),
})

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: ({ signal }) => call(listProgrammes, {}, signal),
})

export const programmeQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId],
    queryFn: ({ signal }) => call(getProgramme, { params: { programmeId } }, signal),
  })

/** A source document never changes: it is fetched once. */
export const programmeSourceQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'source'],
    queryFn: ({ signal }) => call(getProgrammeSource, { params: { programmeId } }, signal),
    staleTime: Infinity,
  })

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => call(listPeople, {}, signal),
})

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call(listSessions, {}, signal),
})

export const logQuery = infiniteQueryOptions({
  queryKey: ['log'],
  queryFn: ({ pageParam, signal }) =>
    call(listLog, pageParam === null ? {} : { query: { before: pageParam } }, signal),
  initialPageParam: null as number | null,
  getNextPageParam: (page) => page.next,
})
