import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerPage } from '../../../contract/ledgers.ts'
import { columnsToFill, isNeeded, type TypedEntry } from '../../../domain/entry.ts'
import type { TypedColumn } from '../../../domain/ledger.ts'
import { faultSentence, type EntryFault } from '../../../domain/entry-fault.ts'
import { columnWord } from '../../../domain/ledger-words.ts'
import { buildingStages } from '../../../domain/plan-default.ts'
import { useLanguage } from '../language.ts'
import { PositionFields } from './position-fields.tsx'

type EntryFieldsProps = {
  page: LedgerPage
  stages: readonly string[]
  typed: TypedEntry
  set: (typed: TypedEntry) => void
  faults: readonly EntryFault[]
}

const figures: ReadonlySet<TypedColumn> = new Set([
  'quantity',
  'beneficiaries',
  'numerator',
  'denominator',
  'outages',
])

/** The columns of the ledger's kind as a form; a fault stands at its field. */
export function EntryFields({ page, stages, typed, set, faults }: EntryFieldsProps) {
  const { language } = useLanguage()
  const { t } = useTranslation('ledgers')
  const kind = page.target.ledger
  const form = useId()
  return columnsToFill(kind).map((column) => {
    if (column === 'longitude')
      return <PositionFields key={column} kind={kind} typed={typed} set={set} faults={faults} />
    if (column === 'latitude' || column === 'datum' || column === 'accuracy') return null
    const id = `${form}-${column}`
    const fault = faults.find((one) => one.column === column)
    const list =
      column === 'district'
        ? page.districts
        : column === 'stage'
          ? stages.length > 0
            ? stages
            : buildingStages
          : null
    return (
      <p key={column} className="ledger-field">
        <label htmlFor={id}>
          {columnWord(kind, column, language)}
          {column === 'quantity' && page.target.unit !== null && (
            <span className="quiet" lang="zh-CN">
              {' '}
              {page.target.unit}
            </span>
          )}
          {isNeeded(kind, column) ? (
            <span aria-hidden="true"> *</span>
          ) : (
            <span className="quiet"> {column === 'month' ? t('monthHint') : t('optional')}</span>
          )}
        </label>
        <input
          id={id}
          type={column === 'done-on' ? 'date' : column === 'period' || column === 'month' ? 'month' : 'text'}
          inputMode={figures.has(column) ? 'decimal' : undefined}
          list={list ? `${id}-list` : undefined}
          autoComplete="off"
          required={isNeeded(kind, column)}
          aria-invalid={fault !== undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          value={typed[column] ?? ''}
          onChange={({ target }) => set({ ...typed, [column]: target.value })}
        />
        {list && (
          <datalist id={`${id}-list`}>
            {list.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        )}
        {fault && (
          <span id={`${id}-fault`} className="ledger-fault">
            {columnWord(kind, column, language)}
            {language === 'en' ? ' ' : ''}
            {faultSentence(fault, language)}
          </span>
        )}
      </p>
    )
  })
}
