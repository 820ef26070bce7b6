/** Who is here and what they may do. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { signIn, signOut, type Credentials, type Session } from '../../contract/session.ts'
import { mayDo, type Action, type Role } from '../../domain/duty/access.ts'
import { call } from './api.ts'
import { sessionQuery } from './queries.ts'
import { sessionExpired } from './session-expiry.ts'

export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data
}

export function useMayDo(): (action: Action) => boolean {
  const session = useSession()
  const roles: Role[] = session?.person?.posts.map((post) => post.role) ?? []
  return (action) => mayDo(roles, action)
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (credentials: Credentials) => call(signIn, { body: credentials }),
    onSuccess: async (session) => {
      sessionExpired.clear()
      client.setQueryData(sessionQuery.queryKey, session)
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    },
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(signOut, {}),
    // Whatever the answer, what was fetched for the person who left is forgotten.
    onSettled: async () => {
      sessionExpired.clear()
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
}
