/** Where a refusal belongs: beside the field it names, or above the form. */
import { CallFailure } from './api.ts'
import { useFailureSentence } from './failure-sentence.ts'

export type FieldFailure = {
  /** The sentence for a field, where it is at fault. */
  readonly of: (field: string) => string | undefined
  /** The sentence for what no field of the form is at fault for. */
  readonly rest: string | undefined
}

export function useFieldFailure(error: unknown, fields: readonly string[]): FieldFailure {
  const sentenceOf = useFailureSentence()
  if (!error) return { of: () => undefined, rest: undefined }
  const at = fieldOf(error)
  const known = at !== undefined && fields.includes(at)
  return {
    of: (field) => (known && field === at ? sentenceOf(error) : undefined),
    rest: known ? undefined : sentenceOf(error),
  }
}

/** `title`, also where the contract refused it as `body/title`. */
function fieldOf(error: unknown): string | undefined {
  if (!(error instanceof CallFailure)) return undefined
  const { place } = (error.details ?? {}) as { place?: unknown }
  return typeof place === 'string' ? place.split('/').at(-1) : undefined
}
