import { useTranslation } from 'react-i18next'
import { assessmentRuleWords } from '../../../domain/assessment/assessment-words.ts'
import {
  bonusCodes,
  componentCodes,
  deductionCodes,
  judgedLevels,
  type AssessmentScheme,
  type BonusCode,
  type DeductionCode,
} from '../../../domain/assessment/scheme.ts'
import { levelWords } from '../../../domain/light/light-sentence.ts'
import { add, decimal, type Decimal } from '../../../domain/values/decimal.ts'
import type { UnitId } from '../../../domain/values/ids.ts'
import { useLanguage } from '../language.ts'

type SchemeFieldsProps = {
  scheme: AssessmentScheme
  units: readonly { readonly unitId: UnitId; readonly unit: string }[]
  /** Absent where they are only read. */
  onChange?: (scheme: AssessmentScheme) => void
}

/** Every number of a scheme, a fieldset for each of its parts. */
export function SchemeFields({ scheme, units, onChange }: SchemeFieldsProps) {
  const { t } = useTranslation('assessment')
  const { language } = useLanguage()
  const set = (change: Partial<AssessmentScheme>) => onChange?.({ ...scheme, ...change })
  const isRead = onChange === undefined
  const sum = componentCodes.map((code) => scheme.weights[code]).reduce(add)
  const { coefficient, bonuses, deductions } = scheme
  return (
    <>
      <fieldset disabled={isRead}>
        <legend>{t('weights')}</legend>
        {componentCodes.map((code) => (
          <Figure
            key={code}
            label={assessmentRuleWords[code][language]}
            value={scheme.weights[code]}
            onChange={(value) => set({ weights: { ...scheme.weights, [code]: value } })}
          />
        ))}
        <output>{t('weightSum', { sum })}</output>
      </fieldset>
      <fieldset disabled={isRead}>
        <legend>{t('levelPoints')}</legend>
        {judgedLevels.map((level) => (
          <Figure
            key={level}
            label={levelWords[level][language]}
            value={scheme.levelPoints[level]}
            onChange={(value) => set({ levelPoints: { ...scheme.levelPoints, [level]: value } })}
          />
        ))}
      </fieldset>
      <fieldset disabled={isRead}>
        <legend>{t('bonuses')}</legend>
        {bonusCodes.map((code) => (
          <Figure
            key={code}
            label={assessmentRuleWords[code][language]}
            value={bonuses[code]}
            onChange={(value) => set({ bonuses: { ...bonuses, [code]: value } })}
          />
        ))}
        <Figure
          label={t('earlyMonths')}
          value={decimal(scheme.earlyMonths)}
          onChange={(value) => set({ earlyMonths: Math.round(Number(value)) })}
        />
        <Figure label={t('overFrom')} value={scheme.overFrom} onChange={(overFrom) => set({ overFrom })} />
        <Figure
          label={t('mostBonus')}
          value={scheme.mostBonus}
          onChange={(mostBonus) => set({ mostBonus })}
        />
      </fieldset>
      <fieldset disabled={isRead}>
        <legend>{t('deductions')}</legend>
        {deductionCodes.map((code) => (
          <Figure
            key={code}
            label={t(`each_${code}`)}
            value={deductions[code]}
            onChange={(value) => set({ deductions: { ...deductions, [code]: value } })}
          />
        ))}
      </fieldset>
      <fieldset disabled={isRead}>
        <legend>{t('most')}</legend>
        {[...bonusCodes, ...deductionCodes].map((code) => (
          <Limit
            key={code}
            label={assessmentRuleWords[code][language]}
            value={scheme.most[code]}
            onChange={(value) => set({ most: limitsWith(scheme.most, code, value) })}
          />
        ))}
      </fieldset>
      <fieldset disabled={isRead}>
        <legend>{t('coefficient')}</legend>
        <Figure
          label={t('perExtraProject')}
          value={coefficient.perExtraProject}
          onChange={(perExtraProject) => set({ coefficient: { ...coefficient, perExtraProject } })}
        />
        <Figure
          label={t('mostCoefficient')}
          value={coefficient.most}
          onChange={(most) => set({ coefficient: { ...coefficient, most } })}
        />
      </fieldset>
      {units.length > 1 && (
        <details className="assessment-excluded">
          <summary>{t('excluded', { count: scheme.excluded.length })}</summary>
          <fieldset disabled={isRead}>
            <legend className="visually-hidden">{t('excludedUnits')}</legend>
            {units.map(({ unitId, unit }) => (
              <label key={unitId} lang="zh-CN">
                <input
                  type="checkbox"
                  checked={scheme.excluded.includes(unitId)}
                  onChange={({ target }) =>
                    set({
                      excluded: target.checked
                        ? [...scheme.excluded, unitId]
                        : scheme.excluded.filter((id) => id !== unitId),
                    })
                  }
                />{' '}
                {unit}
              </label>
            ))}
          </fieldset>
        </details>
      )}
    </>
  )
}

function limitsWith(
  most: AssessmentScheme['most'],
  code: BonusCode | DeductionCode,
  value: Decimal | undefined,
): AssessmentScheme['most'] {
  const { [code]: _before, ...others } = most
  return value === undefined ? others : { ...others, [code]: value }
}

type FigureProps = { label: string; value: Decimal; onChange: (value: Decimal) => void }

/** An empty field keeps its last value: no part of a scheme is nothing. */
function Figure({ label, value, onChange }: FigureProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="number"
        required
        min={0}
        step="any"
        value={value}
        onChange={({ target }) => target.value !== '' && onChange(decimal(target.value))}
      />
    </label>
  )
}

type LimitProps = {
  label: string
  value: Decimal | undefined
  onChange: (value: Decimal | undefined) => void
}

/** Left empty, there is none. */
function Limit({ label, value, onChange }: LimitProps) {
  const { t } = useTranslation('assessment')
  return (
    <label>
      <span>{label}</span>
      <input
        type="number"
        min={0}
        step="any"
        placeholder={t('mostNone')}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : decimal(target.value))}
      />
    </label>
  )
}
