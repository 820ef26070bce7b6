import { useTranslation } from 'react-i18next'
import { colourWords, levelWords } from '../../../domain/light/light-sentence.ts'
import { lightColours, lightLevels, type LightColour } from '../../../domain/light/light-level.ts'
import type { LightRules, RollUpRule } from '../../../domain/light/light-rules.ts'
import { decimal } from '../../../domain/values/decimal.ts'
import { useLanguage } from '../language.ts'

type RuleFieldsProps = {
  rules: LightRules
  /** Absent where they are only read. */
  onChange?: (rules: LightRules) => void
}

/** Every bound of the rules, a fieldset for each clause. */
export function RuleFields({ rules, onChange }: RuleFieldsProps) {
  const set = (change: Partial<LightRules>) => onChange?.({ ...rules, ...change })
  const { progress, ceiling, stages, service, silence } = rules
  const isRead = onChange === undefined
  return (
    <>
      <Clause name="progress" isRead={isRead}>
        <Points name="aheadFrom" value={rules.aheadFrom} onChange={(aheadFrom) => set({ aheadFrom })} />
        <Bounds
          of={progress}
          names={['tolerance', 'farBehindOver']}
          onChange={(next) => set({ progress: next })}
        />
      </Clause>
      <Clause name="stages" isRead={isRead}>
        <Counts
          of={stages}
          names={['toleratedDays', 'farBehindOverDays']}
          onChange={(next) => set({ stages: next })}
        />
      </Clause>
      <Clause name="ceiling" isRead={isRead}>
        <Bounds
          of={ceiling}
          names={['tolerance', 'farBehindOver']}
          onChange={(next) => set({ ceiling: next })}
        />
      </Clause>
      <Clause name="service" isRead={isRead}>
        <Counts
          of={service}
          names={['behindFromOutages', 'farBehindFromOutages']}
          onChange={(next) => set({ service: next })}
        />
        <Bounds
          of={service}
          names={['behindFromComplaints', 'farBehindFromComplaints']}
          onChange={(next) => set({ service: next })}
        />
      </Clause>
      <Clause name="silence" isRead={isRead}>
        <Counts
          of={silence}
          names={['behindFromMonths', 'farBehindFromMonths']}
          onChange={(next) => set({ silence: next })}
        />
      </Clause>
      <Clause name="taskRollUp" isRead={isRead}>
        <RollUp rule={rules.taskRollUp} onChange={(taskRollUp) => set({ taskRollUp })} />
      </Clause>
      <Clause name="upperRollUp" isRead={isRead}>
        <RollUp rule={rules.upperRollUp} onChange={(upperRollUp) => set({ upperRollUp })} />
      </Clause>
      <Clause name="colours" isRead={isRead}>
        <Colours colours={rules.colours} onChange={(colours) => set({ colours })} />
      </Clause>
    </>
  )
}

type ClauseName =
  'progress' | 'stages' | 'ceiling' | 'service' | 'silence' | 'taskRollUp' | 'upperRollUp' | 'colours'
type ClauseProps = { name: ClauseName; isRead: boolean; children: React.ReactNode }

function Clause({ name, isRead, children }: ClauseProps) {
  const { t } = useTranslation('lights')
  return (
    <fieldset className={name === 'colours' ? 'rule-colours' : undefined} disabled={isRead}>
      <legend>{t(`rule_${name}`)}</legend>
      {children}
    </fieldset>
  )
}

type PointName =
  | 'aheadFrom'
  | 'tolerance'
  | 'farBehindOver'
  | 'behindFrom'
  | 'farBehindFrom'
  | 'behindFromComplaints'
  | 'farBehindFromComplaints'
type CountName =
  | 'toleratedDays'
  | 'farBehindOverDays'
  | 'behindFromOutages'
  | 'farBehindFromOutages'
  | 'behindFromMonths'
  | 'farBehindFromMonths'

type PointsProps = {
  name: PointName
  value: LightRules['aheadFrom']
  onChange: (value: LightRules['aheadFrom']) => void
}

/** An empty field keeps its last value: a rule has no bound that is nothing. */
function Points({ name, value, onChange }: PointsProps) {
  const { t } = useTranslation('lights')
  return (
    <label>
      <span>{t(name)}</span>
      <input
        type="number"
        min={0}
        max={1000}
        step="any"
        value={value}
        onChange={({ target }) => target.value !== '' && onChange(decimal(target.value))}
      />
    </label>
  )
}

type BoundsProps<Of, Name> = { of: Of; names: readonly Name[]; onChange: (next: Of) => void }

function Bounds<Name extends PointName, Of extends Readonly<Record<Name, LightRules['aheadFrom']>>>({
  of,
  names,
  onChange,
}: BoundsProps<Of, Name>) {
  return names.map((name) => (
    <Points
      key={name}
      name={name}
      value={of[name]}
      onChange={(value) => onChange({ ...of, [name]: value })}
    />
  ))
}

function Counts<Name extends CountName, Of extends Readonly<Record<Name, number>>>({
  of,
  names,
  onChange,
}: BoundsProps<Of, Name>) {
  return names.map((name) => (
    <Count key={name} name={name} value={of[name]} onChange={(value) => onChange({ ...of, [name]: value })} />
  ))
}

type CountProps = { name: CountName; value: number; onChange: (value: number) => void }

function Count({ name, value, onChange }: CountProps) {
  const { t } = useTranslation('lights')
  return (
    <label>
      <span>{t(name)}</span>
      <input
        type="number"
        min={0}
        max={10_000}
        value={value}
        onChange={({ target }) => target.value !== '' && onChange(Math.trunc(Number(target.value)))}
      />
    </label>
  )
}

type RollUpProps = { rule: RollUpRule; onChange: (rule: RollUpRule) => void }

function RollUp({ rule, onChange }: RollUpProps) {
  const { t } = useTranslation('lights')
  return (
    <>
      <label>
        <span>{t('by')}</span>
        <select
          value={rule.by}
          onChange={({ target }) =>
            onChange(
              target.value === 'worst'
                ? { by: 'worst' }
                : { by: 'weight', behindFrom: decimal(10), farBehindFrom: decimal(20) },
            )
          }
        >
          <option value="worst">{t('by_worst')}</option>
          <option value="weight">{t('by_weight')}</option>
        </select>
      </label>
      {rule.by === 'weight' && (
        <Bounds of={rule} names={['behindFrom', 'farBehindFrom']} onChange={onChange} />
      )}
    </>
  )
}

type ColoursProps = { colours: LightRules['colours']; onChange: (colours: LightRules['colours']) => void }

function Colours({ colours, onChange }: ColoursProps) {
  const { language } = useLanguage()
  return lightLevels.map((level) => (
    <label key={level}>
      <span className="light-mark" data-colour={colours[level]}>
        {levelWords[level][language]}
      </span>
      <select
        value={colours[level]}
        onChange={({ target }) => onChange({ ...colours, [level]: target.value as LightColour })}
      >
        {lightColours.map((colour) => (
          <option key={colour} value={colour}>
            {colourWords[colour][language]}
          </option>
        ))}
      </select>
    </label>
  ))
}
