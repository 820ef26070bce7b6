import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanOverviewPage } from '../../../contract/plans.ts'
import type { Decimal } from '../../../domain/decimal.ts'
import type { UnitId } from '../../../domain/ids.ts'
import { addsUp, planBases, type PlanBasis, type PlanCurve } from '../../../domain/plan.ts'
import { shapedCurves } from '../../../domain/plan-curve.ts'
import { buildingStages, doneStages, type Candidate } from '../../../domain/plan-default.ts'
import {
  addUnit,
  chooseBasis,
  chooseCurve,
  chooseStages,
  type PlanSheet,
  type SheetFrame,
} from './plan-sheet.ts'
import { readStageNames, writeStageNames } from './stage-names.ts'

export type PlanToolbarProps = {
  readonly sheet: PlanSheet
  readonly frame: SheetFrame
  readonly candidates: readonly Candidate[]
  readonly bases: PlanOverviewPage['bases']
  readonly onChange: (sheet: PlanSheet) => void
}

/** How the target is split and how the months are shaped; each choice fills the sheet again, and Ctrl+Z takes it back. */
export function PlanToolbar(props: PlanToolbarProps) {
  const { sheet, frame } = props
  const isMilestone = frame.target.kind === 'milestone'
  return (
    <div className="plan-toolbar">
      {isMilestone && <StageField key={sheet.stageNames.join()} {...props} />}
      {!isMilestone && addsUp(frame.target) && frame.target.kind !== 'rate' && <BasisField {...props} />}
      {!isMilestone && <CurveField {...props} />}
      <UnitField {...props} />
    </div>
  )
}

function CurveField({ sheet, frame, onChange }: PlanToolbarProps) {
  const { t } = useTranslation('plans')
  return (
    <label className="plan-field">
      {t('curve')}
      <select
        value={sheet.curve}
        onChange={(event) => onChange(chooseCurve(sheet, event.target.value as PlanCurve, frame))}
      >
        {[...shapedCurves, 'typed' as const].map((curve) => (
          <option key={curve} value={curve}>
            {t(`curve_${curve}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

const storedPrefix = 'stored:'

function BasisField({ sheet, frame, bases, onChange }: PlanToolbarProps) {
  const { t } = useTranslation('plans')
  const known = bases.some(({ name }) => name === sheet.baseName)
  const choose = (choice: string) => {
    const stored = choice.startsWith(storedPrefix)
      ? bases.find(({ name }) => name === choice.slice(storedPrefix.length))
      : undefined
    const weights: ReadonlyMap<UnitId, Decimal> = new Map(
      stored?.weights.map(({ unitId, weight }) => [unitId, weight]),
    )
    const basis = stored ? 'base' : (choice as PlanBasis)
    onChange(chooseBasis(sheet, basis, stored ? { name: stored.name, weights } : null, frame))
  }
  return (
    <>
      <label className="plan-field">
        {t('basis')}
        <select
          value={sheet.basis === 'base' && known ? `${storedPrefix}${sheet.baseName}` : sheet.basis}
          onChange={(event) => choose(event.target.value)}
        >
          {planBases.map((basis) => (
            <option key={basis} value={basis}>
              {t(`basis_${basis}`)}
            </option>
          ))}
          {bases.map(({ name }) => (
            <option key={name} value={`${storedPrefix}${name}`} lang="zh-CN">
              {t('byBase', { name })}
            </option>
          ))}
        </select>
      </label>
      {sheet.basis === 'base' && (
        <label className="plan-field">
          {t('baseName')}
          <input
            value={sheet.baseName}
            maxLength={60}
            placeholder={t('baseNameExample')}
            onChange={(event) => onChange({ ...sheet, baseName: event.target.value })}
          />
        </label>
      )}
    </>
  )
}

function StageField({ sheet, frame, onChange }: PlanToolbarProps) {
  const { t } = useTranslation('plans')
  const [typed, setTyped] = useState(writeStageNames(sheet.stageNames))
  const list = useId()
  const take = () => {
    const names = readStageNames(typed)
    if (names.length > 0 && writeStageNames(names) !== writeStageNames(sheet.stageNames))
      onChange(chooseStages(sheet, names, frame))
  }
  return (
    <label className="plan-field plan-stages">
      {t('stages')}
      <input
        value={typed}
        list={list}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      <datalist id={list}>
        {[buildingStages, doneStages].map((names) => (
          <option key={names.length}>{writeStageNames(names)}</option>
        ))}
      </datalist>
    </label>
  )
}

/** Those the task names first; any other unit by typing its name. */
function UnitField({ sheet, frame, candidates, onChange }: PlanToolbarProps) {
  const { t } = useTranslation('plans')
  const [typed, setTyped] = useState('')
  const list = useId()
  const left = candidates.filter(({ unitId }) => !sheet.rows.some((row) => row.unitId === unitId))
  const found = left.find(({ name }) => name === typed.trim())
  const take = () => {
    if (!found) return
    onChange(addUnit(sheet, found.unitId, frame))
    setTyped('')
  }
  return (
    <span className="plan-field">
      <label>
        {t('addUnit')}{' '}
        <input
          value={typed}
          list={list}
          placeholder={t('unitName')}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && take()}
        />
      </label>
      <datalist id={list}>
        {left.map(({ unitId, name, relation }) => (
          <option key={unitId} value={name}>
            {t(`relation_${relation}`)}
          </option>
        ))}
      </datalist>
      <button type="button" className="button" disabled={!found} onClick={take}>
        {t('add')}
      </button>
    </span>
  )
}
