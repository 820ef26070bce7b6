import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { listUnits } from '../../../contract/administration.ts'
import { listPosts } from '../../../contract/posts.ts'
import { call } from '../api.ts'

export type Posts = z.output<typeof listPosts.response>
export type Post = Posts['posts'][number]

export const postsQuery = queryOptions({
  queryKey: ['posts'],
  queryFn: ({ signal }) => call(listPosts, {}, signal),
})

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => call(listUnits, {}, signal),
})
