import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFileDrop } from '../../ui/use-file-drop.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { AddFiles } from './add-files.tsx'
import { EvidenceFile } from './evidence-file.tsx'
import { evidenceQuery, type Proven } from './evidence-queries.ts'
import { OneUpload } from './one-upload.tsx'
import { useUploads } from './use-uploads.ts'
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
