import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AcceptanceFile } from '../../../contract/acceptance.ts'
import { getEvidenceOriginal, getEvidenceThumbnail } from '../../../contract/evidence.ts'
import { addressOf } from '../api.ts'
import { useDates } from '../dates.ts'
import { AddFiles } from '../evidence/add-files.tsx'
import { byteWords } from '../evidence/byte-words.ts'
import { OneUpload } from '../evidence/one-upload.tsx'
import { useFileUploads } from '../evidence/use-uploads.ts'

type AcceptanceFilesProps<Place> = {
  files: readonly AcceptanceFile[]
  mayAdd: boolean
  place: Place
  send: (place: Place, file: File) => Promise<unknown>
}

/** Files or photographs that are there, and where more are added. */
export function AcceptanceFiles<Place extends { readonly programmeId: string }>({
  files,
  mayAdd,
  place,
  send,
}: AcceptanceFilesProps<Place>) {
  const client = useQueryClient()
  const { uploads, add, retry, drop } = useFileUploads(send, place, () =>
    client.invalidateQueries({ queryKey: ['programmes', place.programmeId, 'acceptance'] }),
  )
  return (
    <>
      <ul className="acceptance-files">
        {files.map((file) => (
          <li key={file.id}>
            <OneFile file={file} />
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.no}>
            <OneUpload upload={upload} onRetry={() => retry(upload)} onDrop={() => drop(upload)} />
          </li>
        ))}
      </ul>
      {mayAdd && <AddFiles onFiles={(chosen) => add(Array.from(chosen))} />}
    </>
  )
}

function OneFile({ file }: { file: AcceptanceFile }) {
  const { t } = useTranslation('evidence')
  const { moment } = useDates()
  const params = { evidenceId: file.id }
  return (
    <a href={addressOf(getEvidenceOriginal, { params })} download className="acceptance-file">
      {file.hasThumbnail && (
        <img src={addressOf(getEvidenceThumbnail, { params })} alt={file.fileName} loading="lazy" />
      )}
      <span>
        <span className="acceptance-file-name">
          {!file.hasThumbnail && <>{t(`media_${file.mediaType}`)} · </>}
          {file.fileName}
        </span>
        <small>
          {file.takenAt !== null && <>{t('takenAt', { at: file.takenAt })} · </>}
          <span lang="zh-CN">{file.by}</span> · {moment(file.at)} · {byteWords(file.byteSize)}
        </small>
      </span>
    </a>
  )
}
