import { lazy, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { datums } from '../../../domain/coordinates.ts'
import type { TypedEntry } from '../../../domain/entry.ts'
import { faultSentence, type EntryFault } from '../../../domain/entry-fault.ts'
import type { PositionColumn } from '../../../domain/entry-position.ts'
import { columnWord } from '../../../domain/ledger-words.ts'
import type { LedgerKind } from '../../../domain/target.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { useLanguage } from '../language.ts'
import { notePicked } from './picked-places.ts'

/** The map comes when it is asked for: it is larger than all the rest. */
const PlacePicker = lazy(async () => ({ default: (await import('../map/place-picker.tsx')).PlacePicker }))

type PositionFieldsProps = {
  kind: LedgerKind
  typed: TypedEntry
  set: (typed: TypedEntry) => void
  faults: readonly EntryFault[]
}

/** Where it lies: typed, pasted as a pair, or chosen on a map. */
export function PositionFields({ kind, typed, set, faults }: PositionFieldsProps) {
  const { t } = useTranslation('map')
  const { language } = useLanguage()
  const [picking, setPicking] = useState(false)
  const form = useId()
  const field = (column: PositionColumn) => {
    const id = `${form}-${column}`
    const fault = faults.find((one) => one.column === column)
    const shared = {
      id,
      'aria-invalid': fault !== undefined,
      'aria-describedby': fault ? `${id}-fault` : column === 'longitude' ? `${form}-hint` : undefined,
      value: typed[column] ?? '',
      onChange: ({ target }: { target: { value: string } }) => set({ ...typed, [column]: target.value }),
    }
    return (
      <p className="ledger-field">
        <label htmlFor={id}>
          {columnWord(kind, column, language)}{' '}
          <span className="quiet">{t('optional', { ns: 'ledgers' })}</span>
        </label>
        {column === 'datum' ? (
          <select {...shared}>
            <option value="">{t('chooseDatum')}</option>
            {datums.map((datum) => (
              <option key={datum} value={datum}>
                {t(`datum_${datum}`)}
              </option>
            ))}
          </select>
        ) : (
          <input {...shared} type="text" inputMode="decimal" autoComplete="off" />
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
  }
  return (
    <div className="position-fields">
      {field('longitude')}
      <p id={`${form}-hint`} className="quiet">
        {t('pairHint')}
      </p>
      {field('latitude')}
      {field('datum')}
      {field('accuracy')}
      <p>
        <button
          type="button"
          className="button"
          aria-expanded={picking}
          onClick={() => setPicking((open) => !open)}
        >
          {picking ? t('closePicker') : t('pick')}
        </button>
      </p>
      {picking && (
        <Suspense fallback={<Waiting label={t('loading', { ns: 'common' })} />}>
          <PlacePicker
            pick={(place) => {
              set({ ...typed, ...place })
              notePicked(place)
              setPicking(false)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
