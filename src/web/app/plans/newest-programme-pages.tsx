/** The entries of the navigation: they lead to the government's newest programme, as the first page does. */
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { HomePage } from '../pages/home-page.tsx'
import { programmesQuery } from '../queries.ts'

function useNewest(): string | undefined {
  return useQuery(programmesQuery).data?.find(({ share }) => share === null)?.id
}

export function NewestPlans() {
  const programmeId = useNewest()
  if (programmeId === undefined) return <HomePage />
  return <Navigate to="/programmes/$programmeId/plans" params={{ programmeId }} replace />
}

export function NewestSigning() {
  const programmeId = useNewest()
  if (programmeId === undefined) return <HomePage />
  return <Navigate to="/programmes/$programmeId/signing" params={{ programmeId }} replace />
}
