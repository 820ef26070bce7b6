import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanVersionRow } from '../../../contract/plans.ts'
import type { IndicatorId, UnitId } from '../../../domain/values/ids.ts'
import { planFaults, type PlanFault } from '../../../domain/plan/plan-check.ts'
import { planFaultWords } from '../../../domain/problems/problems-of-plans.ts'
import { SheetGrid } from '../../ui/sheet-grid.tsx'
import { useFailureSentence } from '../failure-sentence.ts'
import { useLanguage } from '../language.ts'
import { usePlanColumns, usePlanSums } from './plan-columns.ts'
import { PlanConflict } from './plan-conflict.tsx'
import { editSheet, mutable, readSheet, removeUnit, type PlanSheet, type SheetFrame } from './plan-sheet.ts'
import { PlanToolbar, type PlanToolbarProps } from './plan-toolbar.tsx'
import { SumLine } from './sum-line.tsx'
import { useKeptWork } from './kept-work.ts'
import { useDraftPlans } from './plan-queries.ts'
import { useHistory } from './use-history.ts'

type PlanEditorProps = Pick<PlanToolbarProps, 'candidates' | 'bases'> & {
  readonly programmeId: string
  readonly indicatorId: IndicatorId
  readonly frame: SheetFrame
  readonly versions: readonly PlanVersionRow[]
  /** What the sheet holds where nothing was typed: the latest version, or the default split. */
  readonly start: PlanSheet
  readonly label: string
}

type Work = { readonly basedOn: number; readonly reason: string; readonly sheet: PlanSheet }

/** The sheet in which a target is split. What is typed is kept until it is submitted or given up. */
export function PlanEditor(props: PlanEditorProps) {
  const { programmeId, indicatorId, frame, versions, start, candidates, bases, label } = props
  const { t } = useTranslation('plans')
  const { language } = useLanguage()
  const failure = useFailureSentence()
  const columnsOf = usePlanColumns()
  const sumsOf = usePlanSums()
  const [kept, keep] = useKeptWork<Work>(`${programmeId}.${indicatorId}`)
  const [shown, setShown] = useState(false)
  const submission = useDraftPlans(programmeId)
  const latest = versions[0]?.version ?? 0
  const work: Work = kept ?? { basedOn: latest, reason: '', sheet: start }
  const history = useHistory(work, keep)
  const { sheet } = work
  const change = (next: PlanSheet) => {
    if (next !== sheet) history.change({ ...work, sheet: next })
  }
  const columns = columnsOf(sheet, frame).map((column, index) => ({
    ...column,
    heading: column.heading || (sheet.stageNames[index] ?? ''),
  }))
  const nameOf = new Map(candidates.map(({ unitId, name }) => [unitId, name]))
  const { body, unreadable } = readSheet(sheet, frame)
  const isUnreadable = ({ unitId, field }: PlanFault) =>
    unreadable.some(({ row, column }) => column === field && sheet.rows[row]?.unitId === unitId)
  // What cannot be read is not missing as well.
  const faults = planFaults(frame.target, body, frame.months).filter((fault) => !isUnreadable(fault))
  const needsReason = versions.some(({ shares }) =>
    shares.some(({ signature }) => signature?.decision === 'sign'),
  )
  const lacksReason = needsReason && work.reason.trim() === ''
  const overtaken = work.basedOn !== latest

  const faultOf = (row: number, at: number): string | undefined => {
    const column = columns[at]?.key ?? ''
    if (unreadable.some((cell) => cell.row === row && cell.column === column)) return t('unreadable')
    const unitId = sheet.rows[row]?.unitId
    const fault = faults.find((one) => one.unitId === unitId && one.field === column)
    return fault && planFaultWords(fault.why, language)
  }
  const problems = [
    ...unreadable.map(({ row, column }) => `${placeWords(row, column)}${t('unreadable')}`),
    ...faults.map(({ unitId, field, why }) => {
      const row = sheet.rows.findIndex((one) => one.unitId === unitId)
      return `${placeWords(row, field)}${planFaultWords(why, language)}`
    }),
    ...(lacksReason ? [t('reasonNeeded')] : []),
  ]
  function placeWords(row: number, column: string): string {
    const unit = nameOf.get(sheet.rows[row]?.unitId ?? ('' as UnitId))
    const heading = columns.find(({ key }) => key === column)?.heading
    return unit === undefined ? '' : t('cellPlace', { unit, column: heading ?? '' })
  }
  const submit = () => {
    setShown(true)
    if (problems.length > 0) return
    const reason = needsReason ? work.reason.trim() : null
    submission.mutate(
      { plans: [{ ...mutable(body), indicatorId, basedOn: work.basedOn, reason }] },
      { onSuccess: () => keep(undefined) },
    )
  }
  return (
    <section className="plan-editor" aria-label={label}>
      {overtaken && versions[0] && (
        <PlanConflict
          latest={versions[0]}
          mine={body}
          nameOf={nameOf}
          onTakeLatest={() => keep(undefined)}
          onKeepMine={() => keep({ ...work, basedOn: latest })}
        />
      )}
      <PlanToolbar sheet={sheet} frame={frame} candidates={candidates} bases={bases} onChange={change} />
      <SumLine target={frame.target} shares={body.shares} />
      <SheetGrid
        label={label}
        rowHeading={t('unit')}
        columns={columns}
        rows={sheet.rows.map(({ unitId }) => ({
          key: unitId,
          heading: nameOf.get(unitId) ?? '',
          detail: (
            <button
              type="button"
              className="quiet-button plan-remove"
              aria-label={t('removeUnit', { unit: nameOf.get(unitId) ?? '' })}
              onClick={() => change(removeUnit(sheet, unitId))}
            >
              {t('remove')}
            </button>
          ),
        }))}
        valueOf={(row, at) => sheet.rows[row]?.cells[columns[at]?.key ?? ''] ?? ''}
        faultOf={faultOf}
        footer={sumsOf(body, columns, frame)}
        onEdit={(edits) =>
          change(
            editSheet(
              sheet,
              edits.map(({ row, column, value }) => ({ row, column: columns[column]?.key ?? '', value })),
              frame,
            ),
          )
        }
        onUndo={history.undo}
        onRedo={history.redo}
        hint={t('keys')}
      />
      {needsReason && (
        <label className="plan-reason">
          {t('reason')}
          <textarea
            rows={2}
            maxLength={500}
            value={work.reason}
            aria-invalid={shown && lacksReason}
            onChange={(event) => keep({ ...work, reason: event.target.value })}
          />
          <span className="quiet">{t('reasonHint')}</span>
        </label>
      )}
      {shown && problems.length > 0 && (
        <ul className="plan-problems" role="alert">
          {problems.slice(0, 8).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {problems.length > 8 && <li>{t('moreProblems', { count: problems.length - 8 })}</li>}
        </ul>
      )}
      {submission.isError && (
        <p className="plan-problems" role="alert">
          {failure(submission.error)}
        </p>
      )}
      <p className="plan-actions">
        <button
          type="button"
          className="button button-primary"
          disabled={submission.isPending || overtaken}
          onClick={submit}
        >
          {t(needsReason ? 'submitChange' : 'submit')}
        </button>
        <button type="button" className="button" disabled={!history.canUndo} onClick={history.undo}>
          {t('undo')}
        </button>
        <button type="button" className="button" disabled={!history.canRedo} onClick={history.redo}>
          {t('redo')}
        </button>
        {kept !== undefined && (
          <button type="button" className="quiet-button" onClick={() => keep(undefined)}>
            {t('giveUp')}
          </button>
        )}
        <span className="quiet">{kept === undefined ? '' : t('keptHere')}</span>
      </p>
      {submission.isSuccess && kept === undefined && (
        <output className="plan-done">
          {t(submission.data[0]?.needsConsent ? 'doneToConsent' : 'doneToSign', {
            version: submission.data[0]?.version ?? 0,
          })}
        </output>
      )}
    </section>
  )
}
