import { useTranslation } from 'react-i18next'
import type { TypedActual } from '../../../domain/actual.ts'
import type { Entry } from './sheet-entries.ts'

type DraftConflictProps = {
  mine: TypedActual
  conflict: NonNullable<Entry['conflict']>
  onChoose: (mine: boolean) => void
}

/** Two people typed into one cell: both texts are there, and one is chosen. */
export function DraftConflict({ mine, conflict, onChoose }: DraftConflictProps) {
  const { t } = useTranslation('reporting')
  return (
    <div className="draft-conflict" role="alert">
      <p>{t('conflict', { by: conflict.by })}</p>
      <dl>
        <div>
          <dt>{t('conflictMine')}</dt>
          <dd>{draftWords(mine)}</dd>
        </div>
        <div>
          <dt>{conflict.by}</dt>
          <dd>{draftWords(conflict.typed)}</dd>
        </div>
      </dl>
      <button type="button" className="button" onClick={() => onChoose(true)}>
        {t('takeMine')}
      </button>{' '}
      <button type="button" className="button" onClick={() => onChoose(false)}>
        {t('takeTheirs')}
      </button>
    </div>
  )
}

const draftWords = ({ value, denominator, stage, narrative, problem, nextStep }: TypedActual) =>
  [[value, denominator].filter(Boolean).join(' / '), stage, narrative, problem, nextStep]
    .filter(Boolean)
    .join(' · ') || '—'
