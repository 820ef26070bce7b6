import type { longestText, Fault, TypedActual } from '../../../domain/actual.ts'
import { FieldFaults } from './field-faults.tsx'

type TextFieldProps = {
  field: keyof typeof longestText
  label: string
  /** What is shown of the label where there is no column head above. */
  heading?: string | undefined
  value: string
  faults: readonly Fault[]
  onChange: (fields: Partial<TypedActual>) => void
}

/** Words of a cell: one line until more is written. */
export function TextField({ field, label, heading, value, faults, onChange }: TextFieldProps) {
  return (
    <div className="text-field">
      {heading !== undefined && (
        <span className="card-heading" aria-hidden="true">
          {heading}
        </span>
      )}
      <textarea
        aria-label={label}
        rows={1}
        aria-invalid={faults.some((fault) => fault.field === field)}
        value={value}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
      <FieldFaults faults={faults} fields={[field]} />
    </div>
  )
}
