import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { startImport } from '../../../contract/imports.ts'
import { maxDocumentMegabytes } from '../../../domain/source.ts'
import { call, CallFailure } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { importsQuery } from './import-queries.ts'
import { KnownNotice } from './known-notice.tsx'
import { useFileDrop } from '../../ui/use-file-drop.ts'

/** What the picker offers; a dropped file is recognised by its content. */
const formats = [
  '.docx',
  '.doc',
  '.wps',
  '.odt',
  '.xlsx',
  '.xls',
  '.ods',
  '.csv',
  '.pdf',
  '.html',
  '.htm',
  '.mht',
  '.txt',
]

/** Where a file is dropped or chosen, and what became of it. */
export function UploadArea() {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const navigate = useNavigate()
  const picker = useRef<HTMLInputElement>(null)
  const upload = useMutation({
    networkMode: 'always',
    mutationFn: (file: File) => send(file),
    onSuccess: async ({ id, known }) => {
      void client.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true })
      if (known.length === 0) await navigate({ to: '/imports/$importId', params: { importId: id } })
    },
  })

  const { mutate, isPending } = upload
  const take = useCallback(
    (files: FileList | null | undefined) => {
      const file = files?.[0]
      if (file && !isPending) mutate(file)
      // The same file can be chosen again after it was mended.
      if (picker.current) picker.current.value = ''
    },
    [mutate, isPending],
  )
  const over = useFileDrop(take)

  return (
    <section
      className={over ? 'upload upload-over' : 'upload'}
      aria-label={t('uploadTitle')}
      aria-busy={isPending}
    >
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('chooseFile')}
        accept={formats.join(',')}
        onChange={(event) => take(event.target.files)}
      />
      {isPending ? (
        <div aria-live="polite" className="upload-busy">
          <p>{t('reading', { fileName: upload.variables.name })}</p>
          <span className="upload-bar" />
        </div>
      ) : (
        <>
          <p className="upload-lead">
            {t(over ? 'dropNow' : 'dropHere')}{' '}
            <button type="button" className="button button-primary" onClick={() => picker.current?.click()}>
              {t('chooseFile')}
            </button>
          </p>
          <p className="quiet">{t('limits', { megabytes: maxDocumentMegabytes })}</p>
        </>
      )}
      {upload.isError && <UploadFailure file={upload.variables} error={upload.error} />}
      {upload.isSuccess && upload.data.known.length > 0 && (
        <KnownNotice importId={upload.data.id} known={upload.data.known} />
      )}
    </section>
  )
}

/** A file that is too large is not sent at all: the answer is known, and sending it would take long. */
function send(file: File) {
  if (file.size > maxDocumentMegabytes * 1024 * 1024)
    return Promise.reject(new CallFailure('document.too-large', { limitMegabytes: maxDocumentMegabytes }))
  return call(startImport, { file })
}

function UploadFailure({ file, error }: { file: File; error: unknown }) {
  const { t } = useTranslation('imports')
  const sentenceOf = useFailureSentence()
  return (
    <div role="alert" className="upload-failure">
      <h2>{t('uploadFailed', { fileName: file.name })}</h2>
      <p>{sentenceOf(error)}</p>
      <p className="quiet">{t('nothingChanged')}</p>
    </div>
  )
}
