import { useTranslation } from 'react-i18next'
import { useFailureSentence } from '../failure-sentence.ts'
import type { Upload } from './use-uploads.ts'

/** A file on its way, or one that failed with what can be done about it. */
export function OneUpload({
  upload,
  onRetry,
  onDrop,
}: {
  upload: Upload
  onRetry: () => void
  onDrop: () => void
}) {
  const { t } = useTranslation('evidence')
  const sentenceOf = useFailureSentence()
  if (upload.error === undefined)
    return (
      <p aria-live="polite" className="quiet">
        {t('sending', { fileName: upload.file.name })}
      </p>
    )
  const sentence = sentenceOf(upload.error)
  return (
    <div role="alert">
      <p>{sentence.includes(upload.file.name) ? sentence : `${upload.file.name} — ${sentence}`}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t('retry')}
      </button>{' '}
      <button type="button" className="quiet-button" onClick={onDrop}>
        {t('drop')}
      </button>
    </div>
  )
}
