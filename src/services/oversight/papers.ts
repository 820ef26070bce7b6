/** Official papers: drafted from a frozen month, edited, numbered and sealed. */
import { draftPaper } from '../../domain/papers/draft-paper.ts'
import {
  numberWords,
  officialPaper,
  type PaperKind,
  type PaperNumber,
  type PaperText,
} from '../../domain/papers/paper.ts'
import { leadersOf } from '../../domain/papers/snapshot-account.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { readSnapshot } from '../../domain/reporting/kept-snapshot.ts'
import type { PaperId, PostId, ProgrammeId } from '../../domain/values/ids.ts'
import { paperDate } from '../../domain/values/date-words.ts'
import type { Month } from '../../domain/values/month.ts'
import { templateValues } from '../../domain/papers/template-fields.ts'
import type { PdfWriter } from '../../external/pdf-writer.ts'
import { unpackDocx } from '../../import/readers/unpack-docx.ts'
import { fillTemplate } from '../../reports/fill-template.ts'
import { officialDocx } from '../../reports/official-docx.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { findSnapshot } from '../../store/freezes.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findPapersPage } from '../../store/paper-pages.ts'
import { findTemplate } from '../../store/paper-templates.ts'
import * as stored from '../../store/papers.ts'
import { dateIn, newId, requireAccess, requirePost, transaction, type Context } from '../context.ts'
import { fileMark } from '../file-mark.ts'
import type { File } from '../imports/programmes.ts'
import { sha256, sm3 } from '../ledgers/digests.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Throws Problem 'programme.not-found'. */
export async function getPapers(ctx: Context, programmeId: ProgrammeId) {
  requireAccess(ctx, 'paper.read')
  const page = await transaction(ctx, (tx) => findPapersPage(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const { projects, papers, ...rest } = page
  return {
    ...rest,
    leaders: leadersOf(projects),
    papers: papers.map((paper) => ({ ...paper, seal: paper.seal && sealWords(paper.kind, paper.seal) })),
  }
}

export type PaperDraft = {
  readonly kind: PaperKind
  readonly month: Month
  readonly freezeNo: number
  readonly leaderPostId: PostId | null
}

/** Throws Problem 'freeze.not-found', 'paper.no-lights' or 'paper.unknown-leader'. */
export function createPaper(
  ctx: Context,
  programmeId: ProgrammeId,
  draft: PaperDraft,
): Promise<{ id: PaperId }> {
  const { personId, post } = requirePost(ctx, 'paper.write')
  return transaction(ctx, async (tx) => {
    const snapshot = await findSnapshot(tx, programmeId, draft.month, draft.freezeNo)
    if (snapshot === undefined) throw new Problem('freeze.not-found', {})
    const leaderPostId = draft.kind === 'leader-brief' ? draft.leaderPostId : null
    const text = draftPaper({ ...draft, leaderPostId }, readSnapshot(snapshot), post.unit)
    const id = newId<PaperId>()
    const done = { by: personId, postId: post.id, at: ctx.now }
    await stored.insertPaper(tx, { ...draft, id, programmeId, leaderPostId }, done)
    await stored.insertPaperText(tx, id, 1, text, done)
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'paper.draft',
      subjectKind: 'paper',
      subjectId: id,
      details: { programmeId, kind: draft.kind, month: draft.month, freezeNo: draft.freezeNo, leaderPostId },
    })
    return { id }
  })
}

/** A paper with its text, and its annexes as they will be printed. Throws Problem 'paper.not-found'. */
export async function getPaper(ctx: Context, id: PaperId) {
  requireAccess(ctx, 'paper.read')
  const paper = await transaction(ctx, (tx) => found(tx, id))
  const { snapshot, savedAt, seal, leaderPostId: _leaderPostId, programmeId: _programmeId, ...rest } = paper
  const number = seal && numberOf(seal)
  return {
    ...rest,
    savedAt: savedAt.toISOString(),
    seal: seal && sealWords(paper.kind, seal),
    annexes: officialPaper(paper.kind, paper.text, readSnapshot(snapshot), number).annexes,
  }
}

/** `version` is the one the text was changed from. Throws Problem 'paper.overtaken' or 'paper.sealed'. */
export function savePaper(
  ctx: Context,
  id: PaperId,
  { version, text }: { version: number; text: PaperText },
) {
  const { personId, post } = requirePost(ctx, 'paper.write')
  return transaction(ctx, async (tx) => {
    const latest = await openPaper(tx, id, version)
    const next = latest.version + 1
    await stored.insertPaperText(tx, id, next, text, { by: personId, postId: post.id, at: ctx.now })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'paper.save',
      subjectKind: 'paper',
      subjectId: id,
      details: { version: next },
    })
    return { version: next }
  })
}

/** Gives the paper the next number of its series and year and keeps its bytes. Throws as `savePaper` does. */
export function sealPaper(ctx: Context, id: PaperId, { version }: { version: number }) {
  const { personId, post } = requirePost(ctx, 'paper.write')
  return transaction(ctx, async (tx) => {
    const paper = await openPaper(tx, id, version)
    const dated = dateIn(ctx.now)
    const year = Number(dated.slice(0, 4))
    const no = (await stored.lastPaperNumber(tx, paper.kind, year)) + 1
    const bytes = Buffer.from(await docxOf(tx, paper, numberOf({ year, no, dated })))
    const digests = { sha256: sha256(bytes), sm3: sm3(bytes) }
    const { kind, snapshotSha256 } = paper
    await stored.insertPaperSeal(
      tx,
      { paperId: id, version, kind, year, no, dated, bytes, ...digests, snapshotSha256 },
      { by: personId, postId: post.id, at: ctx.now },
    )
    const hex = { sha256: digests.sha256.toString('hex'), sm3: digests.sm3.toString('hex') }
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'paper.seal',
      subjectKind: 'paper',
      subjectId: id,
      details: { kind, year, no, version, snapshotSha256, ...hex },
    })
    return { number: numberWords(kind, { year, no, date: '' }), ...hex }
  })
}

/** A sealed paper as it was sealed, byte for byte; a draft as it would be printed now. */
export async function getPaperDocx(ctx: Context, id: PaperId): Promise<File> {
  requireAccess(ctx, 'paper.read')
  const { paper, bytes, mark } = await transaction(ctx, async (tx) => {
    const one = await found(tx, id)
    const sealed = await stored.findSealedBytes(tx, id)
    return { paper: one, bytes: sealed ?? (await docxOf(tx, one, null)), mark: await fileMark(tx) }
  })
  const name = paper.seal ? numberWords(paper.kind, numberOf(paper.seal)) : '草稿'
  return {
    fileName: `${paper.text.title}（${name}）${mark.inName}.docx`,
    mediaType: docxType,
    bytes,
  }
}

/** Throws Problem 'paper.no-pdf' or 'paper.pdf-failed'. */
export async function getPaperPdf(ctx: Context, id: PaperId, writePdf: PdfWriter | null): Promise<File> {
  return asPdf(await getPaperDocx(ctx, id), writePdf)
}

/** Throws Problem 'paper.no-pdf' or 'paper.pdf-failed'. */
export async function asPdf({ fileName, bytes }: File, writePdf: PdfWriter | null): Promise<File> {
  if (!writePdf) throw new Problem('paper.no-pdf', {})
  return {
    fileName: fileName.replace(/\.docx$/, '.pdf'),
    mediaType: 'application/pdf',
    bytes: await writePdf(bytes),
  }
}

/** In the government's own template where its kind has one, else in the form of the standard. */
async function docxOf(
  tx: TenantTransaction,
  paper: stored.StoredPaper,
  number: PaperNumber | null,
): Promise<Uint8Array> {
  const official = officialPaper(paper.kind, paper.text, readSnapshot(paper.snapshot), number)
  const template = await findTemplate(tx, paper.kind)
  const mark = await fileMark(tx)
  return template
    ? fillTemplate(unpackDocx(template.bytes), templateValues(official), mark)
    : officialDocx(official, { year: paper.programme.year, mark })
}

async function found(tx: TenantTransaction, id: PaperId): Promise<stored.StoredPaper> {
  const paper = await stored.findPaper(tx, id)
  if (!paper) throw new Problem('paper.not-found', {})
  return paper
}

/** In its turn: nobody else changes, numbers or seals a paper until this transaction ends. */
async function openPaper(tx: TenantTransaction, id: PaperId, version: number): Promise<stored.StoredPaper> {
  await takeTurn(tx)
  const paper = await found(tx, id)
  if (paper.seal) throw new Problem('paper.sealed', { number: numberWords(paper.kind, numberOf(paper.seal)) })
  if (paper.version !== version)
    throw new Problem('paper.overtaken', { version: paper.version, by: paper.savedBy })
  return paper
}

function numberOf({ year, no, dated }: Pick<stored.StoredSeal, 'year' | 'no' | 'dated'>): PaperNumber {
  return { year, no, date: paperDate(dated) }
}

function sealWords(kind: PaperKind, seal: stored.StoredSeal) {
  return { ...seal, number: numberWords(kind, numberOf(seal)) }
}
