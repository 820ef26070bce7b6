import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { addEvidence } from '../../../contract/evidence.ts'
import { maxEvidenceMegabytes } from '../../../domain/evidence/media-type.ts'
import { call, CallFailure } from '../api.ts'
import { evidenceQuery, type Proven } from './evidence-queries.ts'

export type Upload = { readonly no: number; readonly file: File; readonly error: unknown }

export type Uploads = {
  readonly uploads: readonly Upload[]
  readonly add: (files: readonly File[]) => void
  readonly retry: (upload: Upload) => void
  readonly drop: (upload: Upload) => void
}

/** What proves a cell or an entry of it. */
export function useUploads(proven: Proven): Uploads {
  const client = useQueryClient()
  return useFileUploads(
    ({ programmeId, ...query }: Proven, file) => call(addEvidence, { params: { programmeId }, query, file }),
    proven,
    () => client.invalidateQueries({ queryKey: evidenceQuery(proven).queryKey.slice(0, 3) }),
  )
}

/** Files on their way to a place, one after the other; one that failed stays until it is sent again or dropped. */
export function useFileUploads<Place>(
  sendTo: (place: Place, file: File) => Promise<unknown>,
  place: Place,
  onSent: () => Promise<unknown>,
): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const next = useRef(0)
  const line = useRef(Promise.resolve())

  const change = (no: number, to: (upload: Upload) => Upload[]) =>
    setUploads((all) => all.flatMap((each) => (each.no === no ? to(each) : [each])))

  async function send(no: number, file: File): Promise<void> {
    change(no, (upload) => [{ ...upload, error: undefined }])
    try {
      await sendIfSmall(file, () => sendTo(place, file))
      change(no, () => [])
      await onSent()
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
function sendIfSmall(file: File, send: () => Promise<unknown>): Promise<unknown> {
  if (file.size > maxEvidenceMegabytes * 1024 * 1024)
    return Promise.reject(
      new CallFailure('evidence.too-large', { place: 'file', limitMegabytes: maxEvidenceMegabytes }),
    )
  return send()
}
