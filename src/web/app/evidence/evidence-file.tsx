import { useTranslation } from 'react-i18next'
import { getEvidenceOriginal, getEvidenceThumbnail, type Evidence } from '../../../contract/evidence.ts'
import { addressOf } from '../api.ts'
import { useDates } from '../dates.ts'
import { byteWords } from './byte-words.ts'

/** A file with what it says of itself, who brought it, and its digests; the picture leads to the original. */
export function EvidenceFile({ file }: { file: Evidence }) {
  const { t } = useTranslation('evidence')
  const { moment } = useDates()
  const params = { evidenceId: file.id }
  return (
    <article className="evidence-file" aria-label={file.fileName}>
      <a href={addressOf(getEvidenceOriginal, { params })} download>
        {file.hasThumbnail ? (
          <img src={addressOf(getEvidenceThumbnail, { params })} alt={file.fileName} loading="lazy" />
        ) : (
          <span className="evidence-sheet">{t(`media_${file.mediaType}`)}</span>
        )}
      </a>
      <div>
        <p className="evidence-name">{file.fileName}</p>
        <p>
          {file.takenAt === null ? t('noTime') : t('takenAt', { at: file.takenAt })}
          {file.longitude !== null && file.latitude !== null && (
            <>
              {' '}
              · {t('takenIn', { longitude: file.longitude.toFixed(5), latitude: file.latitude.toFixed(5) })}
            </>
          )}
          {file.camera !== null && <> · {file.camera}</>}
        </p>
        <p className="quiet">
          <span lang="zh-CN">{file.uploadedBy}</span> · {moment(file.linkedAt)} · {byteWords(file.byteSize)}
        </p>
        <details>
          <summary>{t('digests')}</summary>
          <p>
            {t('sha256')} <code>{file.sha256}</code>
          </p>
          <p>
            {t('sm3')} <code>{file.sm3}</code>
          </p>
        </details>
      </div>
    </article>
  )
}
