import { useTranslation } from 'react-i18next'
import type { Neighbours } from './place-in-table.ts'

type PanelBarProps = {
  neighbours: Neighbours
  onOpen: (indicatorId: string | undefined) => void
  onClose: () => void
}

/** The way back to the table and on to the next promise. */
export function PanelBar({ neighbours, onOpen, onClose }: PanelBarProps) {
  const { t } = useTranslation('indicator')
  return (
    <div className="panel-bar">
      <button type="button" className="quiet-button panel-back" onClick={onClose}>
        {t('back')}
      </button>
      {neighbours.at > 0 && (
        <span className="quiet">{t('position', { at: neighbours.at, of: neighbours.of })}</span>
      )}
      <span className="panel-steps" title={t('keys')}>
        <button
          type="button"
          className="quiet-button"
          aria-keyshortcuts="k"
          disabled={neighbours.previous === undefined}
          onClick={() => onOpen(neighbours.previous)}
        >
          {t('previous')}
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-keyshortcuts="j"
          disabled={neighbours.next === undefined}
          onClick={() => onOpen(neighbours.next)}
        >
          {t('next')}
        </button>
        <button
          type="button"
          className="quiet-button panel-close"
          aria-keyshortcuts="Escape"
          onClick={onClose}
        >
          {t('close')}
        </button>
      </span>
    </div>
  )
}
