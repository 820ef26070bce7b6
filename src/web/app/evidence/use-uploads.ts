import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { addEvidence } from '../../../contract/evidence.ts'
import { maxEvidenceMegabytes } from '../../../domain/media-type.ts'
import { call, CallFailure } from '../api.ts'
import { evidenceQuery, type Proven } from './evidence-queries.ts'

export type Upload = { readonly no: number; readonly file: File; readonly error: unknown }

/** Files on their way, one after the other; one that failed stays until it is sent again or dropped. */
export function useUploads(proven: Proven) {
  const client = useQueryClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const next = useRef(0)
  const line = useRef(Promise.resolve())

  const change = (no: number, to: (upload: Upload) => Upload[]) =>
    setUploads((all) => all.flatMap((each) => (each.no === no ? to(each) : [each])))

  async function send(no: number, file: File): Promise<void> {
    change(no, (upload) => [{ ...upload, error: undefined }])
    try {
      await sendFile(proven, file)
      change(no, () => [])
      await client.invalidateQueries({ queryKey: evidenceQuery(proven).queryKey.slice(0, 3) })
    } catch (error) {
      change(no, (upload) => [{ ...upload, error }])
    }
  }

  function queue(no: number, file: File): void {
    line.current = line.current.then(() => send(no, file))
  }

  return {
    uploads,
    add: (files: readonly File[]) => {
      const added = files.map((file) => ({ no: next.current++, file, error: undefined }))
      setUploads((all) => [...all, ...added])
      for (const { no, file } of added) queue(no, file)
    },
    retry: ({ no, file }: Upload) => queue(no, file),
    drop: ({ no }: Upload) => change(no, () => []),
  }
}

/** What is too large is not sent at all: the answer is known, and sending it would take long. */
function sendFile({ programmeId, ...query }: Proven, file: File) {
  if (file.size > maxEvidenceMegabytes * 1024 * 1024)
    return Promise.reject(
      new CallFailure('evidence.too-large', { place: 'file', limitMegabytes: maxEvidenceMegabytes }),
    )
  return call(addEvidence, { params: { programmeId }, query, file })
}
