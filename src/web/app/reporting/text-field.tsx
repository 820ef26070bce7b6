import { useId } from 'react'
import type { longestText, Fault, TypedActual } from '../../../domain/actual.ts'
import { FieldFaults } from './field-faults.tsx'

type TextFieldProps = {
  field: keyof typeof longestText
  label: string
  visibleLabel?: boolean
  value: string
  faults: readonly Fault[]
  onChange: (fields: Partial<TypedActual>) => void
}

/** Words of a cell: one line until more is written. */
export function TextField({ field, label, visibleLabel = false, value, faults, onChange }: TextFieldProps) {
  const id = useId()
  return (
    <div className="text-field">
      <label htmlFor={id} {...(visibleLabel ? {} : { className: 'visually-hidden' })}>
        {label}
      </label>
      <textarea
        id={id}
        rows={1}
        aria-invalid={faults.some((fault) => fault.field === field)}
        value={value}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
      <FieldFaults faults={faults} fields={[field]} />
    </div>
  )
}
