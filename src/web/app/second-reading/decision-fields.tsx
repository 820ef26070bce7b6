import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TypedDecision } from './decision-draft.ts'

type DecisionFieldsProps = {
  values: TypedDecision
  /** Whether to say what is missing: not before somebody has tried. */
  checked: boolean
  onChange: (values: TypedDecision) => void
  onEnter: () => void
}

/** Which decision, and of which day. */
export function DecisionFields({ values, checked, onChange, onEnter }: DecisionFieldsProps) {
  const { t } = useTranslation('secondReading')
  const id = useId()
  const missing = { text: checked && values.text.trim() === '', on: checked && values.on === '' }
  const described = (field: 'text' | 'on') => ({
    id: `${id}-${field}`,
    ...(missing[field]
      ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-${field}-said` }
      : {}),
  })
  const said = (field: 'text' | 'on', sentence: string) =>
    missing[field] && (
      <p id={`${id}-${field}-said`} className="amend-error" role="alert">
        {sentence}
      </p>
    )
  return (
    <div className="amend-fields">
      <div>
        <label htmlFor={`${id}-text`}>{t('decision')}</label>
        <Input
          {...described('text')}
          autoComplete="off"
          maxLength={300}
          placeholder={t('decisionExample')}
          value={values.text}
          onChange={(event) => onChange({ ...values, text: event.target.value })}
          onPressEnter={onEnter}
        />
        {said('text', t('decisionMissing'))}
      </div>
      <div>
        <label htmlFor={`${id}-on`}>{t('decidedOn')}</label>
        <Input
          {...described('on')}
          type="date"
          value={values.on}
          onChange={(event) => onChange({ ...values, on: event.target.value })}
          onPressEnter={onEnter}
        />
        {said('on', t('decidedOnMissing'))}
      </div>
    </div>
  )
}
