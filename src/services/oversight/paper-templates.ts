/** A government's own templates: set, fetched, given up for the standard's form again. */
import type { PaperKind } from '../../domain/papers/paper.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { unpackDocx } from '../../import/readers/unpack-docx.ts'
import { checkTemplate } from '../../reports/fill-template.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findTemplate, insertTemplate } from '../../store/paper-templates.ts'
import { requireAccess, requirePost, transaction, type Context } from '../context.ts'
import type { UploadedFile } from '../imports/imports.ts'
import type { File } from '../imports/programmes.ts'
import { sha256 } from '../ledgers/digests.ts'
import { docxType } from './papers.ts'

/** `upload` null goes back to the standard's form. Throws Problem 'template.unknown-field', 'template.no-fields' or 'document.*'. */
export function setTemplate(
  ctx: Context,
  kind: PaperKind,
  upload: UploadedFile | null,
): Promise<{ version: number }> {
  const { personId, post } = requirePost(ctx, 'paper.write')
  if (upload) checkTemplate(unpackDocx(upload.bytes))
  const bytes = upload && Buffer.from(upload.bytes)
  const digest = bytes && sha256(bytes)
  const file = upload && bytes && digest ? { fileName: upload.fileName, bytes, sha256: digest } : null
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const version = await insertTemplate(tx, { kind, file, by: personId, postId: post.id, at: ctx.now })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'paper.template',
      subjectKind: 'tenant',
      subjectId: ctx.tenantId,
      details: { kind, version, fileName: file?.fileName ?? null, sha256: digest?.toString('hex') ?? null },
    })
    return { version }
  })
}

/** Throws Problem 'template.not-found'. */
export async function getTemplate(ctx: Context, kind: PaperKind): Promise<File> {
  requireAccess(ctx, 'paper.read')
  const template = await transaction(ctx, (tx) => findTemplate(tx, kind))
  if (!template) throw new Problem('template.not-found', {})
  return { fileName: template.fileName, mediaType: docxType, bytes: template.bytes }
}
