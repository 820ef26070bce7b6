/** What every cell of the table needs to know. */
import { createContext, useContext } from 'react'
import type { LightColour, LightLevel } from '../../../domain/light/light-level.ts'

type TableContext = {
  readonly programmeId: string
  /** The promise open beside the table. */
  readonly openPromise: string | undefined
  /** What is searched for, to mark it. */
  readonly words: readonly string[]
  /** The light of each promise, for those who may read lights, once they are there. */
  readonly lights: PromiseLights
}

export type PromiseLights = ReadonlyMap<string, { readonly level: LightLevel; readonly colour: LightColour }>

export const TableContext = createContext<TableContext>({
  programmeId: '',
  openPromise: undefined,
  words: [],
  lights: new Map(),
})

export const useTableContext = (): TableContext => useContext(TableContext)
