import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanOverviewPage } from '../../../contract/plans.ts'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { checkSum } from '../../../domain/plan-check.ts'
import { shapedCurves, type ShapedCurve } from '../../../domain/plan-curve.ts'
import { planFaultWords } from '../../../domain/problems-of-plans.ts'
import { SheetGrid } from '../../ui/sheet-grid.tsx'
import { useFailureSentence } from '../failure-sentence.ts'
import { promiseWords } from '../indicator/target-words.ts'
import { useLanguage } from '../language.ts'
import { useSession } from '../session.tsx'
import { bulkFrame, editBulk, fillBulk, readBulk, type BulkChoice, type BulkSheet } from './bulk-sheet.ts'
import { useKeptWork } from './kept-work.ts'
import { mutable } from './plan-sheet.ts'
import { useDraftPlans } from './plan-queries.ts'
import { useSumWords } from './sum-line.tsx'
import { useHistory } from './use-history.ts'

type BulkSplitProps = {
  readonly programme: LivingProgramme
  readonly overview: PlanOverviewPage
  readonly ids: readonly string[]
  readonly onDone: (count: number) => void
  readonly onCancel: () => void
}

/** The chosen promises split by one default, to be looked over, changed and submitted together. */
export function BulkSplit({ programme, overview, ids, onDone, onCancel }: BulkSplitProps) {
  const { t } = useTranslation('plans')
  const { language } = useLanguage()
  const session = useSession()
  const failure = useFailureSentence()
  const sumWords = useSumWords()
  const submission = useDraftPlans(programme.id)
  const frame = useMemo(
    () => bulkFrame(programme, overview, session, ids),
    [programme, overview, session, ids],
  )
  const first: BulkChoice = { base: null, curve: 'linear' }
  const [kept, keep] = useKeptWork<BulkSheet>(
    `${programme.id}.bulk.${ids.length}.${ids[0] ?? ''}.${ids.at(-1) ?? ''}`,
  )
  const [filled] = useState(() => fillBulk(first, frame))
  const sheet = kept ?? filled
  const history = useHistory(sheet, keep)
  const { drafts, faults } = useMemo(() => readBulk(sheet, frame), [sheet, frame])
  const choose = (change: Partial<BulkChoice>) =>
    history.change(fillBulk({ ...sheet.choice, ...change }, frame))
  const submit = () =>
    submission.mutate(
      {
        plans: drafts.map((draft) => ({
          ...mutable(draft),
          indicatorId: draft.indicatorId,
          basedOn: 0,
          reason: null,
        })),
      },
      {
        onSuccess: (drafted) => {
          keep(undefined)
          onDone(drafted.length)
        },
      },
    )
  return (
    <section className="bulk-split" aria-labelledby="bulk-split">
      <h2 id="bulk-split">{t('bulkTitle', { count: ids.length })}</h2>
      <p className="quiet">{t('bulkBody')}</p>
      <div className="plan-toolbar">
        <label className="plan-field">
          {t('basis')}
          <select
            value={sheet.choice.base ?? ''}
            onChange={(event) => choose({ base: event.target.value || null })}
          >
            <option value="">{t('basis_number')}</option>
            {overview.bases.map(({ name }) => (
              <option key={name} value={name} lang="zh-CN">
                {t('byBase', { name })}
              </option>
            ))}
          </select>
        </label>
        <label className="plan-field">
          {t('curve')}
          <select
            value={sheet.choice.curve}
            onChange={(event) => choose({ curve: event.target.value as ShapedCurve })}
          >
            {shapedCurves.map((curve) => (
              <option key={curve} value={curve}>
                {t(`curve_${curve}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <SheetGrid
        label={t('bulkSheet')}
        rowHeading={t('promise')}
        columns={frame.columns.map(({ unitId, name }) => ({ key: unitId, heading: name }))}
        rows={sheet.rows.map(({ indicatorId }, index) => {
          const target = frame.promiseOf.get(indicatorId)?.found.promise
          const check = target && checkSum(target, drafts[index]?.shares ?? [])
          return {
            key: indicatorId,
            heading: target ? promiseWords(target) : '',
            detail: check && check.state !== 'not-added' && (
              <span className="plan-difference" data-state={check.state}>
                {sumWords(check)}
              </span>
            ),
          }
        })}
        valueOf={(row, at) => sheet.rows[row]?.cells[frame.columns[at]?.unitId ?? ''] ?? ''}
        faultOf={(row, at) => {
          const fault = faults.find((one) => one.row === row && one.unitId === frame.columns[at]?.unitId)
          if (!fault) return undefined
          return fault.why === 'unreadable' ? t('unreadable') : planFaultWords(fault.why, language)
        }}
        onEdit={(edits) => history.change(editBulk(sheet, edits, frame.columns))}
        onUndo={history.undo}
        onRedo={history.redo}
        hint={t('keys')}
      />
      {faults.length > 0 && (
        <p className="plan-problems" role="alert">
          {t('bulkFaults', { count: faults.length })}
          {faults[0] && faults[0].why !== 'unreadable' && planFaultWords(faults[0].why, language)}
        </p>
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
          disabled={submission.isPending || faults.length > 0 || drafts.length === 0}
          onClick={submit}
        >
          {t('bulkSubmit', { count: drafts.length })}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            keep(undefined)
            onCancel()
          }}
        >
          {t('cancel')}
        </button>
      </p>
    </section>
  )
}
