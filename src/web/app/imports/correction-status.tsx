import { useTranslation } from 'react-i18next'
import { CallFailure } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import type { ImportPageState } from './use-import-actions-of.ts'

type CorrectionStatusProps = { state: ImportPageState; canUndo: boolean }

/** What has just been saved, or was not; and the way back. */
export function CorrectionStatus({ state, canUndo }: CorrectionStatusProps) {
  const { t } = useTranslation('imports')
  const sentenceOf = useFailureSentence()
  const { actions, saving, saved, lost, undo } = state
  if (actions.readOnly) return null
  // After these the draft has changed, and the same correction may mean something else.
  const again =
    lost?.error instanceof CallFailure && (lost.error.code === 'offline' || lost.error.code === 'unreadable')
  return (
    <div className="dry-status">
      <p aria-live="polite">
        {saving ? t('saving') : saved && !lost ? t('saved', { what: t(`did_${saved.type}`) }) : ''}
      </p>
      {lost && (
        <p role="alert" className="dry-error">
          {t('redoLost', { sentence: sentenceOf(lost.error) })}{' '}
          {again && (
            <button type="button" className="link-button" onClick={() => actions.correctNow(lost.correction)}>
              {t('retry')}
            </button>
          )}
        </p>
      )}
      <button
        type="button"
        className="quiet-button"
        aria-keyshortcuts="Control+Z"
        disabled={!canUndo || saving}
        onClick={undo}
      >
        {t('undo')}
      </button>
    </div>
  )
}
