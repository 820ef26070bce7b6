/** A target as the fields of a form, and back. */
import type { Decimal } from '../../../domain/decimal.ts'
import { parsePlainDate, type PlainDate } from '../../../domain/plain-date.ts'
import type { ProblemCode } from '../../../domain/problem.ts'
import type { Comparator, LedgerKind, Target, TargetKind } from '../../../domain/target.ts'
import { readTypedNumber } from '../../../domain/typed-number.ts'

export type TargetValues = {
  readonly kind: TargetKind
  readonly action: string
  readonly object: string
  /** Counts only where there is a value. */
  readonly comparator: Comparator
  readonly value: string
  readonly valueMax: string
  readonly unit: string
  readonly deadline: string
  readonly ledger: LedgerKind
}

export type TargetField = keyof TargetValues

/** What is wrong with a field: a problem of the catalogue, or that it cannot be read. */
export type FieldError = Extract<ProblemCode, `target.${string}`> | 'not-a-number' | 'not-a-date'

export type ReadValues =
  | { readonly target: Target; readonly errors?: undefined }
  | { readonly errors: Partial<Record<TargetField, FieldError>> }

export function valuesOf(target: Target): TargetValues {
  return {
    kind: target.kind,
    action: target.action,
    object: target.object,
    comparator: target.comparator ?? 'eq',
    value: target.value ?? '',
    valueMax: target.valueMax ?? '',
    unit: target.unit ?? '',
    deadline: target.deadline ?? '',
    ledger: target.ledger,
  }
}

/** The target that was typed, or what is wrong with which field. */
export function readTargetValues(values: TargetValues): ReadValues {
  const errors: Partial<Record<TargetField, FieldError>> = {}
  const value = figureIn(values.value)
  const valueMax = values.comparator === 'range' ? figureIn(values.valueMax) : null
  const deadline = dateIn(values.deadline)
  if (values.object.trim() === '') errors.object = 'target.no-object'
  if (value === undefined) errors.value = 'not-a-number'
  if (valueMax === undefined) errors.valueMax = 'not-a-number'
  if (deadline === undefined) errors.deadline = 'not-a-date'
  if (value === null && (values.kind === 'quantity' || values.kind === 'rate'))
    errors.value = 'target.no-value'
  if (value && values.comparator === 'range' && (valueMax === null || Number(valueMax) < Number(value)))
    errors.valueMax ??= 'target.range-ends'
  if (
    value === undefined ||
    valueMax === undefined ||
    deadline === undefined ||
    Object.keys(errors).length > 0
  )
    return { errors }
  return {
    target: {
      kind: values.kind,
      action: values.action.trim(),
      object: values.object.trim(),
      comparator: value === null ? null : values.comparator,
      value,
      valueMax: value === null ? null : valueMax,
      unit: values.unit.trim() || null,
      deadline,
      ledger: values.ledger,
    },
  }
}

/** Null where nothing is typed, undefined where it is no figure. */
function figureIn(typed: string): Decimal | null | undefined {
  return typed.trim() === '' ? null : readTypedNumber(typed)
}

function dateIn(typed: string): PlainDate | null | undefined {
  if (typed.trim() === '') return null
  try {
    return parsePlainDate(typed)
  } catch {
    return undefined
  }
}
