import { useMutation, useQueryClient } from '@tanstack/react-query'

/** A write of acceptance; whatever the answer, how things stand now is shown afterwards. */
export function useAcceptanceWrite<Body>(
  programmeId: string,
  send: (body: Body) => Promise<unknown>,
  onDone: () => void,
) {
  const client = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: send,
    onSuccess: onDone,
    // What is closed or returned is on other lists from then on: lights, forecasts, desk, sheets.
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', programmeId] }),
  })
}
