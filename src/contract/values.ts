/** The values of domain/ as they cross the wire: checked here once, branded inside. */
import { z } from 'zod'
import { decimal, type Decimal } from '../domain/decimal.ts'
import { monthOfDay, type Month } from '../domain/month.ts'
import { parsePlainDate, type PlainDate } from '../domain/plain-date.ts'
import { comparators, ledgerKinds, targetKinds } from '../domain/target.ts'
import { unitKinds } from '../domain/unit.ts'

/** A UUID of one kind of thing. */
export function idOf<Id extends string>(): z.ZodType<Id, string> {
  return z.uuid() as unknown as z.ZodType<Id, string>
}

function parsed<Value extends string>(
  read: (text: string) => Value,
  pattern: RegExp,
): z.ZodType<Value, string> {
  return z
    .string()
    .regex(pattern)
    .refine((text) => {
      try {
        return read(text) === text
      } catch {
        return false
      }
    }) as unknown as z.ZodType<Value, string>
}

/** Canonical decimal text, e.g. "22400" or "85.6". */
export const decimalSchema: z.ZodType<Decimal, string> = parsed(decimal, /^-?\d{1,18}(\.\d{1,9})?$/)

export const plainDateSchema: z.ZodType<PlainDate, string> = parsed(parsePlainDate, /^\d{4}-\d{2}-\d{2}$/)

/** A month by its first day: 2023-03-01. */
export const monthSchema: z.ZodType<Month, string> = parsed(
  (text) => monthOfDay(parsePlainDate(text)),
  /^\d{4}-\d{2}-01$/,
)

/** An instant, ISO 8601 with zone. */
export const instantSchema = z.iso.datetime({ offset: true })

export const placeSchema = z.object({
  block: z.int().nonnegative(),
  row: z.int().nonnegative().exactOptional(),
  column: z.int().nonnegative().exactOptional(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})

export const targetSchema = z.object({
  kind: z.enum(targetKinds),
  action: z.string().max(100),
  object: z.string().max(500),
  comparator: z.enum(comparators).nullable(),
  value: decimalSchema.nullable(),
  valueMax: decimalSchema.nullable(),
  unit: z.string().min(1).max(40).nullable(),
  deadline: plainDateSchema.nullable(),
  ledger: z.enum(ledgerKinds),
})

export const unitKindSchema = z.enum(unitKinds)
