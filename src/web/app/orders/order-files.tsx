import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getEvidenceOriginal } from '../../../contract/evidence.ts'
import { addOrderFile, type OrderFactData } from '../../../contract/orders.ts'
import { maxEvidenceMegabytes } from '../../../domain/evidence/media-type.ts'
import { addressOf, call, CallFailure } from '../api.ts'
import { AddFiles } from '../evidence/add-files.tsx'
import { byteWords } from '../evidence/byte-words.ts'
import { useFailureSentence } from '../failure-sentence.ts'

export function FileList({ files }: { files: OrderFactData['files'] }) {
  if (files.length === 0) return null
  return (
    <ul className="order-files">
      {files.map(({ id, fileName, byteSize }) => (
        <li key={id}>
          <a href={addressOf(getEvidenceOriginal, { params: { evidenceId: id } })} download>
            {fileName}
          </a>{' '}
          <span className="quiet">{byteWords(byteSize)}</span>
        </li>
      ))}
    </ul>
  )
}

/** A file that was taken in and waits to be sent with a turn. */
export type SentFile = { readonly id: string; readonly fileName: string }

type FilePickerProps = {
  programmeId: string
  orderId: string
  files: readonly SentFile[]
  onChange: (files: readonly SentFile[]) => void
}

/** Files go up as they are chosen, one after the other; what was refused is said, what is up stays. */
export function FilePicker({ programmeId, orderId, files, onChange }: FilePickerProps) {
  const { t } = useTranslation('orders')
  const sentenceOf = useFailureSentence()
  const upload = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      let taken = files
      for (const file of chosen) {
        if (file.size > maxEvidenceMegabytes * 1024 * 1024)
          throw new CallFailure('evidence.too-large', { place: 'file', limitMegabytes: maxEvidenceMegabytes })
        const kept = await call(addOrderFile, { params: { programmeId, orderId }, file })
        taken = [...taken.filter((each) => each.id !== kept.id), { id: kept.id, fileName: file.name }]
        onChange(taken)
      }
    },
  })
  return (
    <fieldset className="form-field order-evidence">
      <legend>{t('files')}</legend>
      <AddFiles disabled={upload.isPending} onFiles={(chosen) => upload.mutate([...chosen])} />
      {upload.isPending && <output className="quiet">{t('uploading')}</output>}
      {files.length > 0 && (
        <ul className="order-files">
          {files.map((file) => (
            <li key={file.id}>
              <span lang="zh-CN">{file.fileName}</span>{' '}
              <button
                type="button"
                className="link-button"
                aria-label={t('dropFile', { name: file.fileName })}
                onClick={() => onChange(files.filter((each) => each.id !== file.id))}
              >
                {t('drop')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {upload.isError && (
        <p role="alert" className="form-failure">
          {sentenceOf(upload.error)}
        </p>
      )}
    </fieldset>
  )
}
