/** Files that prove what is counted or stated: taken in, linked, looked at. */
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Cell } from '../../domain/reporting/cell.ts'
import type { EntryId, EvidenceId, ProgrammeId } from '../../domain/values/ids.ts'
import {
  isPicture,
  maxEvidenceMegabytes,
  mediaTypeOf,
  type EvidenceMediaType,
} from '../../domain/evidence/media-type.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { EvidenceStore } from '../../external/evidence-store.ts'
import { nothingSaid, readHeicFacts, readPicture } from '../../external/read-picture.ts'
import { receiveFile, type ReceivedFile } from '../../external/receive-file.ts'
import type { TenantTransaction } from '../../store/db.ts'
import * as stored from '../../store/evidence.ts'
import { appendLog } from '../../store/log.ts'
import { listSuspicions, type Suspicion } from '../../store/suspicion-pages.ts'
import { newId, requireAccess, requireDuty, requirePerson, transaction, type Context } from '../context.ts'
import { findSuspicionsOfEvidence } from './suspicions.ts'

export const maxEvidenceBytes = maxEvidenceMegabytes * 1024 * 1024

/** What a file proves: an entry of a cell, or the cell. */
export type Proven = Cell & { readonly programmeId: ProgrammeId; readonly entryId: EntryId | null }

export type IncomingFile = { readonly fileName: string; readonly stream: Readable }

/**
 * Takes a file in and links it. The same bytes are kept once. Throws Problem 'evidence.*', 'ledger.not-found',
 * 'entry.not-found' or 'access.other-unit'.
 */
export async function addEvidence(
  ctx: Context,
  store: EvidenceStore,
  proven: Proven,
  file: IncomingFile,
): Promise<{ id: EvidenceId; known: boolean }> {
  const { personId, post } = requireDuty(ctx, 'evidence.write', [proven.unitId])
  // Before anything is taken in: a file for nothing is not worth the wait.
  await transaction(ctx, (tx) => checkPlace(tx, proven))
  return takeIn(ctx, store, file, async (tx, kept) => {
    const { programmeId: _, ...link } = proven
    const linkId = newId()
    const linked = await stored.linkEvidence(tx, {
      ...link,
      id: linkId,
      evidenceId: kept.id,
      by: personId,
      postId: post.id,
      at: ctx.now,
    })
    if (!linked) return
    await findSuspicionsOfEvidence(ctx, tx, [linkId])
    const { id, known, ...digests } = kept
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'evidence.add',
      subjectKind: 'evidence',
      subjectId: id,
      details: { ...link, ...digests, known },
    })
  })
}

/** A file as it was taken in; the same bytes are `known`. */
export type KeptFile = {
  readonly id: EvidenceId
  readonly known: boolean
  readonly fileName: string
  readonly sha256: string
  readonly sm3: string
}

/**
 * Keeps a file's bytes and facts, and in the same transaction what it is for. `check` may refuse what it is. Throws
 * Problem 'evidence.*'.
 */
export async function takeIn(
  ctx: Context,
  store: EvidenceStore,
  file: IncomingFile,
  link: (tx: TenantTransaction, kept: KeptFile) => Promise<void>,
  check: (mediaType: EvidenceMediaType, fileName: string) => void = () => undefined,
): Promise<{ id: EvidenceId; known: boolean }> {
  const { id: personId } = requirePerson(ctx)
  const received = await receiveFile(store.incoming, file.stream, maxEvidenceBytes)
  if (!received)
    throw new Problem('evidence.too-large', { place: 'file', limitMegabytes: maxEvidenceMegabytes })
  const fileName = plainName(file.fileName)
  try {
    const { mediaType, ...facts } = await examine(received, fileName)
    check(mediaType, fileName)
    const key = { tenantId: ctx.tenantId, sha256: received.sha256.toString('hex') }
    // The bytes first: a file that nothing names is harmless, a name without its file is not.
    await store.keep(key, received.path, mediaType)
    return await transaction(ctx, async (tx) => {
      const kept = await stored.keepEvidence(tx, {
        id: newId<EvidenceId>(),
        fileName,
        mediaType,
        byteSize: received.byteSize,
        sha256: received.sha256,
        sm3: received.sm3,
        ...facts,
        by: personId,
        at: ctx.now,
      })
      await link(tx, { ...kept, fileName, sha256: key.sha256, sm3: received.sm3.toString('hex') })
      return kept
    })
  } finally {
    await rm(received.path, { force: true })
  }
}

type Facts = Pick<
  stored.NewEvidence,
  'takenAt' | 'longitude' | 'latitude' | 'camera' | 'width' | 'height' | 'perceptualHash' | 'thumbnail'
> & { readonly mediaType: EvidenceMediaType }

const noPicture = { ...nothingSaid, width: null, height: null, perceptualHash: null, thumbnail: null }

async function examine(file: ReceivedFile, fileName: string): Promise<Facts> {
  if (file.byteSize === 0) throw new Problem('evidence.empty', { place: 'file', fileName })
  const mediaType = mediaTypeOf(file.head)
  if (!mediaType) throw new Problem('evidence.unknown-format', { place: 'file', fileName })
  if (mediaType === 'image/heic') return { ...noPicture, ...(await readHeicFacts(file.path)), mediaType }
  if (!isPicture(mediaType)) return { ...noPicture, mediaType }
  try {
    return { ...(await readPicture(file.path)), mediaType }
  } catch (error) {
    throw new Problem('evidence.broken-picture', { place: 'file', fileName }, { cause: error })
  }
}

/** The last part of a path, without what no name holds; it is shown as text, whatever it says. */
function plainName(fileName: string): string {
  const name =
    fileName
      .split(/[\\/]/)
      .at(-1)
      ?.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .trim() ?? ''
  return name === '' ? '未命名' : name.slice(0, 200)
}

async function checkPlace(tx: TenantTransaction, proven: Proven): Promise<void> {
  const place = await stored.findEvidencePlace(tx, proven, proven.entryId)
  if (place?.programmeId !== proven.programmeId) throw new Problem('ledger.not-found', {})
  if (!place.entryFits) throw new Problem('entry.not-found', {})
}

/** What proves a cell and what looks odd in it. */
export function getEvidencePage(
  ctx: Context,
  proven: Proven,
): Promise<{ evidence: stored.EvidenceRecord[]; suspicions: Suspicion[] }> {
  requireAccess(ctx, 'evidence.read')
  return transaction(ctx, async (tx) => {
    await checkPlace(tx, proven)
    const suspicions = await listSuspicions(tx, [proven])
    return {
      evidence: await stored.listEvidence(tx, proven, proven.entryId),
      suspicions:
        proven.entryId === null ? suspicions : suspicions.filter(({ entryId }) => entryId === proven.entryId),
    }
  })
}

export type EvidenceFile = {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array | Readable
}

/** The original, byte for byte. Throws Problem 'evidence.not-found' or 'evidence.lost'. */
export async function getOriginal(ctx: Context, store: EvidenceStore, id: EvidenceId): Promise<EvidenceFile> {
  requireAccess(ctx, 'evidence.read')
  const { fileName, mediaType, sha256 } = await getStored(ctx, id)
  const bytes = await store.open({ tenantId: ctx.tenantId, sha256 })
  if (!bytes) throw new Problem('evidence.lost', { fileName })
  return { fileName, mediaType, bytes }
}

/** Throws Problem 'evidence.not-found'. */
export async function getThumbnail(ctx: Context, id: EvidenceId): Promise<EvidenceFile> {
  requireAccess(ctx, 'evidence.read')
  const { fileName, thumbnail } = await getStored(ctx, id)
  if (!thumbnail) throw new Problem('evidence.not-found', {})
  return { fileName: `${fileName}.webp`, mediaType: 'image/webp', bytes: thumbnail }
}

async function getStored(ctx: Context, id: EvidenceId): Promise<stored.StoredEvidence> {
  const found = await transaction(ctx, (tx) => stored.findEvidence(tx, id))
  if (!found) throw new Problem('evidence.not-found', {})
  return found
}
