import { Link, useParams } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellRow } from '../../../contract/reporting.ts'
import { tallied, type ActualField, type Fault, type TypedActual } from '../../../domain/reporting/actual.ts'
import { promiseWords } from '../indicator/target-words.ts'
import { CellHistory, hasHistory } from './cell-history.tsx'
import { CellState } from './cell-state.tsx'
import { DraftConflict } from './draft-conflict.tsx'
import { FigureField } from './figure-field.tsx'
import { TextField } from './text-field.tsx'
import { quantityWords, rateWords } from './quantity-words.ts'
import { rowIdOf, type Entry } from './sheet-entries.ts'
import { suggestionFor } from './suggestion.ts'

export type SheetRowProps = {
  cell: CellRow
  month: string
  narrow: boolean
  open: boolean
  typed: TypedActual
  entry: Entry | undefined
  faults: readonly Fault[]
  asks: readonly Fault[]
  onChange: (fields: Partial<TypedActual>) => void
  onPaste: (text: string) => boolean
  onChoose: (mine: boolean) => void
  onCorrect: (() => void) | undefined
}

/** Fields that are there only where a rule asks for them or something is written in them. */
const askedFields = ['problem', 'nextStep', 'correctionReason'] as const satisfies readonly ActualField[]

export function SheetRow(props: SheetRowProps) {
  const { t } = useTranslation('reporting')
  const { cell, narrow, open, typed, entry, faults, asks } = props
  const promise = <Promise cell={cell} />
  const figure = open ? <OpenFigure {...props} /> : <StatedFigure cell={cell} />
  const narrative = open ? (
    <TextField
      field="narrative"
      label={t('narrativeOf', { promise: promiseWords(cell.target) })}
      value={typed.narrative}
      heading={narrow ? t('narrative') : undefined}
      faults={faults}
      onChange={props.onChange}
    />
  ) : (
    <span className="long-text">{cell.versions[0]?.narrative}</span>
  )
  const state = (
    <CellState cell={cell} touched={entry !== undefined} onCorrect={open ? undefined : props.onCorrect} />
  )
  const asked = open && entry ? askedFields.filter((field) => isAsked(field, typed, asks)) : []
  const more =
    asked.length > 0 || entry?.conflict || hasHistory(cell) ? (
      <div className="sheet-more">
        {entry?.conflict && (
          <DraftConflict mine={typed} conflict={entry.conflict} onChoose={props.onChoose} />
        )}
        {asked.map((field) => (
          <TextField
            key={field}
            field={field}
            label={t(`field_${field}`)}
            heading={t(`field_${field}`)}
            value={typed[field]}
            faults={faults}
            onChange={props.onChange}
          />
        ))}
        {hasHistory(cell) && <CellHistory cell={cell} />}
      </div>
    ) : null
  if (narrow)
    return (
      <li className="sheet-card" id={rowIdOf(cell.indicatorId)} data-open={open}>
        {promise}
        <dl>
          <Fact term={t('plan')}>{quantityWords(cell.plan)}</Fact>
          <Fact term={t('before')}>{beforeWords(cell)}</Fact>
          <Fact term={t('ledger')}>
            <LedgerFigure cell={cell} />
          </Fact>
        </dl>
        <div>
          <span className="card-heading" aria-hidden="true">
            {t('figure')}
          </span>
          {figure}
        </div>
        {narrative}
        {more}
        {state}
      </li>
    )
  return (
    <>
      <tr className="sheet-row" id={rowIdOf(cell.indicatorId)} data-open={open}>
        <td>{promise}</td>
        <td className="figure-column">
          {quantityWords(cell.plan)}
          {cell.planBefore && (
            <span className="quiet"> {t('planBefore', { figure: quantityWords(cell.planBefore) })}</span>
          )}
        </td>
        <td className="figure-column">{beforeWords(cell)}</td>
        <td className="figure-column">
          <LedgerFigure cell={cell} />
        </td>
        <td className="figure-column">{figure}</td>
        <td>{narrative}</td>
        <td>{state}</td>
      </tr>
      {more && (
        <tr className="sheet-more-row">
          <td colSpan={7}>{more}</td>
        </tr>
      )}
    </>
  )
}

function isAsked(field: ActualField, typed: TypedActual, asks: readonly Fault[]): boolean {
  return typed[field] !== '' || asks.some((fault) => fault.field === field)
}

function Promise({ cell }: { cell: CellRow }) {
  const { t } = useTranslation('reporting')
  const { programmeId } = useParams({ strict: false })
  return (
    <div className="sheet-promise">
      <span className="quiet">{cell.task.no}</span>
      <div>
        <Link
          to="/programmes/$programmeId/indicators/$indicatorId"
          params={{ programmeId: programmeId ?? '', indicatorId: cell.indicatorId }}
          lang="zh-CN"
        >
          {cell.sentence}
        </Link>
        <p className="quiet">
          {cell.share
            ? t('shareOf', { share: quantityWords(cell.share), unit: cell.target.unit ?? '' })
            : t('noShare')}
          {' · '}
          {t(`semantics_${cell.semantics}`)}
        </p>
      </div>
    </div>
  )
}

const beforeWords = ({ before }: CellRow) =>
  before === null ? '—' : (before.stage ?? quantityWords(before.level))

function LedgerFigure({ cell }: { cell: CellRow }) {
  const { t } = useTranslation('reporting')
  if (cell.tally === null) return <span className="quiet">{t('noEntries')}</span>
  return (
    <>
      {cell.tally.stage ?? quantityWords(tallied(cell))}
      <span className="quiet"> {t('entryCount', { count: cell.tally.entries })}</span>
    </>
  )
}

function OpenFigure({ cell, typed, faults, onChange, onPaste }: SheetRowProps) {
  const suggestion = suggestionFor(cell)
  return (
    <FigureField
      id={useId()}
      cell={cell}
      typed={typed}
      faults={faults}
      suggestion={suggestion}
      onChange={onChange}
      onPaste={onPaste}
    />
  )
}

function StatedFigure({ cell }: { cell: CellRow }) {
  const { t } = useTranslation('reporting')
  const [latest] = cell.versions
  if (!latest) return <span className="quiet">—</span>
  const quantity = latest.value === null ? null : { value: latest.value, denominator: latest.denominator }
  return (
    <>
      <strong>{latest.stage ?? quantityWords(quantity)}</strong>{' '}
      <span className="quiet">
        {[rateWords(quantity), t(`origin_${latest.origin}`)].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
