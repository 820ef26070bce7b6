/** What every cell of the table needs to know. */
import { createContext, useContext } from 'react'

type TableContext = {
  readonly programmeId: string
  /** The promise open beside the table. */
  readonly openPromise: string | undefined
  /** What is searched for, to mark it. */
  readonly words: readonly string[]
}

export const TableContext = createContext<TableContext>({
  programmeId: '',
  openPromise: undefined,
  words: [],
})

export const useTableContext = (): TableContext => useContext(TableContext)
