import { useTranslation } from 'react-i18next'
import { ladderSteps, stepWords, type LadderStep } from '../../../domain/order/ladder.ts'
import {
  openingLevels,
  startCauses,
  type LadderRules,
  type StepRule,
} from '../../../domain/order/ladder-rules.ts'
import { useLanguage } from '../language.ts'

type LadderFieldsProps = {
  rules: LadderRules
  /** Absent where they are only read. */
  onChange?: (rules: LadderRules) => void
}

/** Every rule: the steps with their days, what starts where, what opens by itself, and how numbers begin. */
export function LadderFields({ rules, onChange }: LadderFieldsProps) {
  const { t } = useTranslation('orders')
  const { language } = useLanguage()
  const isRead = onChange === undefined
  const set = (change: Partial<LadderRules>) => onChange?.({ ...rules, ...change })
  const setStep = (step: LadderStep, change: Partial<StepRule>) =>
    set({ steps: { ...rules.steps, [step]: { ...rules.steps[step], ...change } } })
  return (
    <>
      <fieldset disabled={isRead}>
        <legend>{t('rule_steps')}</legend>
        <div className="step-rules">
          {ladderSteps.map((step, index) => (
            <div key={step}>
              <label>
                <span>{stepWords[step][language]}</span>
                <Days value={rules.steps[step].days} onChange={(days) => setStep(step, { days })} />
                <span>{t('workingDays')}</span>
              </label>
              {index > 0 && (
                <label>
                  <input
                    type="checkbox"
                    aria-label={t('climbsOf', { step: stepWords[step][language] })}
                    checked={rules.steps[step].automatic}
                    onChange={({ target }) => setStep(step, { automatic: target.checked })}
                  />
                  <span>{t('climbsBySelf')}</span>
                </label>
              )}
            </div>
          ))}
        </div>
      </fieldset>
      <fieldset disabled={isRead}>
        <legend>{t('rule_starts')}</legend>
        <div className="step-rules">
          {startCauses.map((cause) => (
            <label key={cause}>
              <span>{t(`cause_${cause}`)}</span>
              <select
                value={rules.starts[cause]}
                onChange={({ target }) =>
                  set({ starts: { ...rules.starts, [cause]: target.value as LadderStep } })
                }
              >
                {ladderSteps.map((step) => (
                  <option key={step} value={step}>
                    {stepWords[step][language]}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset disabled={isRead}>
        <legend>{t('rule_opens')}</legend>
        {openingLevels.map((level) => (
          <label key={level}>
            <input
              type="checkbox"
              checked={rules.opens[level]}
              onChange={({ target }) => set({ opens: { ...rules.opens, [level]: target.checked } })}
            />
            <span>{t(`opens_${level}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset disabled={isRead}>
        <legend>{t('rule_answers')}</legend>
        <label>
          <span>{t('daysAfterAnswer')}</span>
          <Days value={rules.daysAfterAnswer} onChange={(daysAfterAnswer) => set({ daysAfterAnswer })} />
          <span>{t('workingDays')}</span>
        </label>
      </fieldset>
      <fieldset disabled={isRead}>
        <legend>{t('rule_numbers')}</legend>
        {(['series', 'instructionSeries'] as const).map((name) => (
          <label key={name}>
            <span>{t(name)}</span>
            <input
              required
              maxLength={20}
              value={rules[name]}
              onChange={({ target }) => set({ [name]: target.value })}
            />
          </label>
        ))}
      </fieldset>
    </>
  )
}

/** An empty field keeps its last value: every step has its days. */
function Days({ value, onChange }: { value: number; onChange: (days: number) => void }) {
  return (
    <input
      type="number"
      min={1}
      max={60}
      value={value}
      onChange={({ target }) => target.value !== '' && onChange(Math.trunc(Number(target.value)))}
    />
  )
}
