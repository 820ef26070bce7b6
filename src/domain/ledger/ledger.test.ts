import { expect, it } from 'vitest'
import { ledgers, type Ledger } from './ledger.ts'

it.each(Object.entries<Ledger>(ledgers))(
  '%s counts by a column of its own and is proved by columns of its own',
  (_kind, ledger) => {
    const { columns, countsBy, proof } = ledger
    expect([countsBy, ...proof].filter((column) => column !== 'one' && !columns.includes(column))).toEqual([])
    expect(proof.length).toBeGreaterThan(0)
    expect(new Set(columns).size).toBe(columns.length)
  },
)
