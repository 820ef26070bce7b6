import { useQuery } from '@tanstack/react-query'
import type { ChangeEvent } from 'react'
import { peopleQuery } from '../queries.ts'

type PersonSelectProps = {
  id: string
  value: string
  /** The first choice: nobody. */
  nobody: string
  except: string | null
  onChange: (event: ChangeEvent<HTMLSelectElement>) => void
}

/** Somebody with an account in use. */
export function PersonSelect({ value, nobody, except, ...described }: PersonSelectProps) {
  const people = useQuery(peopleQuery)
  return (
    <select {...described} value={value}>
      <option value="">{nobody}</option>
      {people.data
        ?.filter(({ id, signInName, disabled }) => id !== except && signInName !== null && !disabled)
        .map(({ id, name, signInName }) => (
          <option key={id} value={id}>
            {`${name} ${signInName ?? ''}`}
          </option>
        ))}
    </select>
  )
}
