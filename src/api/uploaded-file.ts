/** The one file of a multipart body. */
import type { FastifyRequest } from 'fastify'
import { Problem } from '../domain/problem.ts'
import type { UploadedFile } from '../services/imports.ts'

/** Throws Problem 'import.no-file'. */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  const part = request.isMultipart() ? await request.file() : undefined
  if (!part) throw new Problem('import.no-file', {})
  return { fileName: part.filename, mediaType: part.mimetype, bytes: await part.toBuffer() }
}
