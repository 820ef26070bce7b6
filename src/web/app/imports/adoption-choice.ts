/** What a draft becomes: a programme of its own, an amendment of one, or a district's table beside one. */
import { useQuery } from '@tanstack/react-query'
import type { ProgrammeList } from '../../../contract/programmes.ts'
import type { ProgrammeId, UnitId } from '../../../domain/values/ids.ts'
import { programmesQuery } from '../queries.ts'

export const adoptionWays = ['new', 'amendment', 'share'] as const

export type AdoptionChoice = {
  readonly way: (typeof adoptionWays)[number]
  /** The programme to amend or to have shares of; null for the first there is. */
  readonly programmeId: ProgrammeId | null
  /** Whose table it is, for a share. */
  readonly issuerId: UnitId | null
}

export const newProgramme: AdoptionChoice = { way: 'new', programmeId: null, issuerId: null }

/** The adopted programmes of a year, districts' tables among them. */
export function useProgrammesOf(year: number | undefined): ProgrammeList {
  return useQuery(programmesQuery).data?.filter((programme) => programme.year === year) ?? []
}

/** Anything that stands can be amended; only the government's own programme has shares. */
export function programmesFor(way: AdoptionChoice['way'], programmes: ProgrammeList): ProgrammeList {
  return way === 'share' ? programmes.filter(({ share }) => share === null) : programmes
}

export function chosenProgramme(
  { way, programmeId }: AdoptionChoice,
  programmes: ProgrammeList,
): ProgrammeList[number] | undefined {
  const offered = programmesFor(way, programmes)
  return offered.find(({ id }) => id === programmeId) ?? offered[0]
}
