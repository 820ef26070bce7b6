import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { maxEvidenceMegabytes } from '../../../domain/evidence/media-type.ts'

type AddFilesProps = { onFiles: (files: FileList) => void; disabled?: boolean }

/** Where files are chosen, or a photograph is taken. */
export function AddFiles({ onFiles, disabled = false }: AddFilesProps) {
  const { t } = useTranslation('evidence')
  const picker = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const inputs = [
    { ref: picker, label: t('choose'), props: { multiple: true } },
    { ref: camera, label: t('photograph'), props: { accept: 'image/*', capture: 'environment' as const } },
  ]
  return (
    <p className="evidence-add">
      {inputs.map(({ ref, label, props }) => (
        <span key={label}>
          <input
            ref={ref}
            type="file"
            hidden
            aria-label={label}
            disabled={disabled}
            {...props}
            onChange={(event) => {
              if (event.target.files) onFiles(event.target.files)
              // The same file can be chosen again.
              event.target.value = ''
            }}
          />
          <button type="button" className="button" disabled={disabled} onClick={() => ref.current?.click()}>
            {label}
          </button>
        </span>
      ))}
      <span className="quiet">{t('limits', { megabytes: maxEvidenceMegabytes })}</span>
    </p>
  )
}
