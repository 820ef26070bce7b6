import { useTranslation } from 'react-i18next'
import type { DayRule, InMonth } from '../../../domain/period.ts'

type DayRuleFieldsProps = { legend: string; rule: DayRule; onChange: (rule: DayRule) => void }

const first = {
  day: { kind: 'day', day: 28, shift: 'none' },
  'working-day': { kind: 'working-day', nth: 3 },
  'last-working-day': { kind: 'last-working-day' },
  'before-end': { kind: 'before-end', days: 3 },
} as const

/** One date of a month, by one of the four ways rules state it. */
export function DayRuleFields({ legend, rule, onChange }: DayRuleFieldsProps) {
  const { t } = useTranslation('periods')
  return (
    <fieldset className="day-rule">
      <legend>{legend}</legend>
      <select
        aria-label={t('whichMonth')}
        value={rule.in}
        onChange={(event) => onChange({ ...rule, in: event.target.value as InMonth })}
      >
        <option value="same">{t('in_same')}</option>
        <option value="next">{t('in_next')}</option>
      </select>
      <select
        aria-label={t('howStated')}
        value={rule.kind}
        onChange={(event) => onChange({ ...first[event.target.value as DayRule['kind']], in: rule.in })}
      >
        {(['day', 'working-day', 'last-working-day', 'before-end'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind_${kind}`)}
          </option>
        ))}
      </select>
      {rule.kind === 'day' && (
        <>
          <NumberField
            label={t('dayOfMonth')}
            value={rule.day}
            min={1}
            max={31}
            onChange={(day) => onChange({ ...rule, day })}
          />
          <select
            aria-label={t('whenOff')}
            value={rule.shift}
            onChange={(event) => onChange({ ...rule, shift: event.target.value as typeof rule.shift })}
          >
            {(['none', 'forward', 'back'] as const).map((shift) => (
              <option key={shift} value={shift}>
                {t(`whenOff_${shift}`)}
              </option>
            ))}
          </select>
        </>
      )}
      {rule.kind === 'working-day' && (
        <NumberField
          label={t('whichWorkingDay')}
          value={rule.nth}
          min={1}
          max={23}
          onChange={(nth) => onChange({ ...rule, nth })}
        />
      )}
      {rule.kind === 'before-end' && (
        <NumberField
          label={t('daysBefore')}
          value={rule.days}
          min={0}
          max={30}
          onChange={(days) => onChange({ ...rule, days })}
        />
      )}
    </fieldset>
  )
}

type NumberFieldProps = {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

export function NumberField({ label, value, min, max, onChange }: NumberFieldProps) {
  return (
    <label className="number-field">
      <span>{label}</span>
      <input
        type="number"
        value={value}
        min={min}
        max={max}
        onChange={(event) => onChange(Math.min(max, Math.max(min, Math.trunc(Number(event.target.value)))))}
      />
    </label>
  )
}
