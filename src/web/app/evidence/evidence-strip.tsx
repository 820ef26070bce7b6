import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { maxEvidenceMegabytes } from '../../../domain/evidence/media-type.ts'
import { useFileDrop } from '../../ui/use-file-drop.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { EvidenceFile } from './evidence-file.tsx'
import { evidenceQuery, type Proven } from './evidence-queries.ts'
import { useUploads, type Upload } from './use-uploads.ts'
import './evidence.css'

/** What proves an entry or a cell, and where more is added: chosen, dropped, pasted or photographed. */
export function EvidenceStrip({ proven, mayAdd }: { proven: Proven; mayAdd: boolean }) {
  const { t } = useTranslation('evidence')
  const query = useQuery(evidenceQuery(proven))
  const { uploads, add, retry, drop } = useUploads(proven)
  const take = useCallback(
    (files: FileList | undefined) => {
      if (mayAdd && files) add(Array.from(files))
    },
    [mayAdd, add],
  )
  useFileDrop(take)
  if (!query.data)
    return (
      <div className="evidence">
        <QueryOutcome query={query} />
      </div>
    )
  const { evidence } = query.data
  return (
    <section className="evidence" aria-label={t('title')}>
      <h3>{t('files', { count: evidence.length })}</h3>
      {evidence.length === 0 && uploads.length === 0 && (
        <p className="quiet">{t(mayAdd ? 'noneYet' : 'none')}</p>
      )}
      <ul className="evidence-list">
        {evidence.map((each) => (
          <li key={`${each.id} ${each.entryId ?? ''}`}>
            <EvidenceFile file={each} />
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.no}>
            <OneUpload upload={upload} onRetry={() => retry(upload)} onDrop={() => drop(upload)} />
          </li>
        ))}
      </ul>
      {mayAdd && <AddFiles onFiles={take} />}
    </section>
  )
}

function AddFiles({ onFiles }: { onFiles: (files: FileList) => void }) {
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
            {...props}
            onChange={(event) => {
              if (event.target.files) onFiles(event.target.files)
              // The same file can be chosen again.
              event.target.value = ''
            }}
          />
          <button type="button" className="button" onClick={() => ref.current?.click()}>
            {label}
          </button>
        </span>
      ))}
      <span className="quiet">{t('limits', { megabytes: maxEvidenceMegabytes })}</span>
    </p>
  )
}

function OneUpload({ upload, onRetry, onDrop }: { upload: Upload; onRetry: () => void; onDrop: () => void }) {
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
