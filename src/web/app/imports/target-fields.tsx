import { Input, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { problemSentence } from '../../../domain/problem.ts'
import { comparators, ledgerKinds, targetKinds } from '../../../domain/target.ts'
import { useLanguage } from '../language.ts'
import type { FieldError, TargetField, TargetValues } from './target-values.ts'
import { readTypedNumber } from '../../../domain/typed-number.ts'

type TargetFieldsProps = {
  values: TargetValues
  errors: Partial<Record<TargetField, FieldError>>
  onChange: (values: TargetValues) => void
  /** The field that has the focus when the form opens. */
  focus?: TargetField
}

/** A target as fields, in the order of the sentence: verb, object, how many, of what, until when. */
export function TargetFields({ values, errors, onChange, focus }: TargetFieldsProps) {
  const { t } = useTranslation('imports')
  const { t: value } = useTranslation('values')
  const form = useId()
  const id = (name: TargetField) => `${form}-${name}`
  const set = (change: Partial<TargetValues>) => onChange({ ...values, ...change })
  const described = (name: TargetField) => ({
    id: id(name),
    ...(errors[name]
      ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id(name)}-said` }
      : {}),
  })
  const text = (name: 'action' | 'object' | 'unit' | 'value' | 'valueMax') => (
    <Input
      {...described(name)}
      {...(focus === name ? { 'data-first': '' } : {})}
      autoComplete="off"
      placeholder={name === 'value' || name === 'valueMax' ? t('valueHint') : ''}
      maxLength={name === 'object' ? 500 : 100}
      value={values[name]}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  )
  const choice = <Name extends 'kind' | 'comparator' | 'ledger'>(
    name: Name,
    choices: readonly TargetValues[Name][],
    label: (choice: TargetValues[Name]) => string,
  ) => (
    <Select
      id={id(name)}
      value={values[name]}
      options={choices.map((each) => ({ value: each, label: label(each) }))}
      onChange={(chosen) => set({ [name]: chosen })}
    />
  )
  const fields: readonly (readonly [TargetField, ReactNode])[] = [
    ['action', text('action')],
    ['object', text('object')],
    ['comparator', choice('comparator', comparators, (each) => value(`comparator_${each}`))],
    ['value', text('value')],
    ...(values.comparator === 'range' ? [['valueMax', text('valueMax')] as const] : []),
    ['unit', text('unit')],
    ['kind', choice('kind', targetKinds, (each) => value(`kind_${each}`))],
    [
      'deadline',
      <Input
        {...described('deadline')}
        type="date"
        value={values.deadline}
        onChange={(event) => set({ deadline: event.target.value })}
        key="deadline"
      />,
    ],
    ['ledger', choice('ledger', ledgerKinds, (each) => t(`ledger_${each}`))],
  ]
  return (
    <div className="dry-fields">
      {fields.map(([name, control]) => (
        <div key={name} className={`dry-field dry-field-${name}`}>
          <label htmlFor={id(name)}>{t(`field_${name}`)}</label>
          {control}
          <FieldNote id={`${id(name)}-said`} name={name} values={values} error={errors[name]} />
        </div>
      ))}
    </div>
  )
}

type FieldNoteProps = { id: string; name: TargetField; values: TargetValues; error: FieldError | undefined }

/** What is wrong with a field, or what a figure such as 2.7万 was understood as. */
function FieldNote({ id, name, values, error }: FieldNoteProps) {
  const { t } = useTranslation('imports')
  const { language } = useLanguage()
  const typed = values[name]
  if (error !== undefined) {
    const sentence =
      error === 'not-a-number'
        ? t('notANumber', { typed })
        : error === 'not-a-date'
          ? t('notADate')
          : problemSentence(error, {}, language)
    return (
      <p id={id} className="dry-error" role="alert">
        {sentence}
      </p>
    )
  }
  if (name !== 'value' && name !== 'valueMax') return null
  const read = readTypedNumber(typed)
  return read === undefined || read === typed ? null : (
    <p className="dry-hint">{t('valueRead', { value: read })}</p>
  )
}
