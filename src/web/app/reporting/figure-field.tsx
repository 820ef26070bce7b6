import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellRow } from '../../../contract/reporting.ts'
import { figureOf, stagesToState, type Fault, type TypedActual } from '../../../domain/reporting/actual.ts'
import { promiseWords } from '../indicator/target-words.ts'
import { FieldFaults } from './field-faults.tsx'
import { plannedDenominator, type Suggestion } from './suggestion.ts'

type FigureFieldProps = {
  id: string
  cell: CellRow
  typed: TypedActual
  faults: readonly Fault[]
  suggestion: Suggestion | undefined
  onChange: (fields: Partial<TypedActual>) => void
  onPaste: (text: string) => boolean
}

/** The figure of the month. What could stand there is shown faintly, and Enter takes it. */
export function FigureField(props: FigureFieldProps) {
  const { t } = useTranslation('reporting')
  const { id, cell, typed, faults, suggestion, onChange } = props
  const { figure, staged } = figureOf(cell.target)
  const name = promiseWords(cell.target)
  const takeSuggestion = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !suggestion) return
    if (typed.value === '' && typed.stage === '' && typed.narrative === '')
      onChange({ denominator: plannedDenominator(cell), ...suggestion.fields })
  }
  const paste = (event: ClipboardEvent) => {
    if (props.onPaste(event.clipboardData.getData('text'))) event.preventDefault()
  }
  const faulty = (field: Fault['field']) => faults.some((fault) => fault.field === field)
  return (
    <div className="figure-field">
      {staged ? (
        <select
          id={id}
          aria-label={t('stageOf', { promise: name })}
          data-column="figure"
          aria-invalid={faulty('stage')}
          value={typed.stage}
          onKeyDown={takeSuggestion}
          onPaste={paste}
          onChange={(event) => onChange({ stage: event.target.value })}
        >
          <option value="">
            {suggestion?.fields.stage ? t('suggested', { value: suggestion.fields.stage }) : t('chooseStage')}
          </option>
          {[...new Set([...stagesToState(cell.stages), ...(typed.stage === '' ? [] : [typed.stage])])].map(
            (stage) => (
              <option key={stage}>{stage}</option>
            ),
          )}
        </select>
      ) : (
        <input
          id={id}
          aria-label={t('figureOf', { promise: name })}
          data-column="figure"
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={faulty('value')}
          placeholder={suggestion?.fields.value ?? (figure === 'optional' ? t('figureOptional') : '')}
          value={typed.value}
          onKeyDown={takeSuggestion}
          onPaste={paste}
          onChange={(event) =>
            onChange({
              value: event.target.value,
              ...(typed.denominator === '' ? { denominator: plannedDenominator(cell) } : {}),
            })
          }
        />
      )}
      {figure === 'ratio' && (
        <>
          <span aria-hidden="true"> / </span>
          <input
            aria-label={t('denominatorOf', { promise: name })}
            inputMode="decimal"
            autoComplete="off"
            aria-invalid={faulty('denominator')}
            placeholder={suggestion?.fields.denominator ?? plannedDenominator(cell)}
            value={typed.denominator}
            onChange={(event) => onChange({ denominator: event.target.value })}
          />
        </>
      )}
      {suggestion && typed.value === '' && typed.stage === '' && typed.narrative === '' && (
        <span className="suggestion">{t(`suggestion_${suggestion.from}`)}</span>
      )}
      <FieldFaults faults={faults} fields={['value', 'denominator', 'stage']} />
    </div>
  )
}
