import { useId, type ReactNode } from 'react'
import './form-field.css'

type Described = {
  readonly id: string
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby'?: string
}

type FormFieldProps = {
  label: string
  hint?: string
  failure: string | undefined
  children: (described: Described) => ReactNode
}

/** A label, its control, and below it what is wrong with it. */
export function FormField({ label, hint, failure, children }: FormFieldProps) {
  const id = useId()
  const said = failure ?? hint
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(failure === undefined ? {} : { 'aria-invalid': true as const }),
        ...(said === undefined ? {} : { 'aria-describedby': `${id}-said` }),
      })}
      {said !== undefined && (
        <p
          id={`${id}-said`}
          className={failure === undefined ? 'quiet' : 'form-failure'}
          {...(failure === undefined ? {} : { role: 'alert' })}
        >
          {said}
        </p>
      )}
    </div>
  )
}
